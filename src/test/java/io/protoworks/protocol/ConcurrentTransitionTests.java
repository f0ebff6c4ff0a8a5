package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.template.ProtocolType.C1;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.UserRole;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.Item;
import io.protoworks.protocol.Play.State;
import io.protoworks.testing.ServerTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of several who take the same step at once exactly one does; the others get what it is now. */
@ServerTest
class ConcurrentTransitionTests {
  private static final int AT_ONCE = 4;
  private static final Map<String, Object> REASON = Map.of("reason", "It was not done well.");

  @Autowired Play play;
  @Autowired JdbcClient database;

  /** A step, how a protocol comes before it, who takes it, and what they say beside. */
  record Step(
      String mutation,
      BiFunction<Cast, State, State> before,
      Function<Cast, GraphQlTester> caller,
      Map<String, Object> more) {
    @Override
    public String toString() {
      return mutation;
    }
  }

  static Stream<Step> steps() {
    Function<Cast, GraphQlTester> engineering = cast -> cast.as(GERENCIADORA, UserRole.ENGINEERING);
    Function<Cast, GraphQlTester> technician = cast -> cast.as(MONTADORA, UserRole.TECHNICIAN);
    return Stream.of(
        new Step("releaseProtocol", (cast, drawnUp) -> drawnUp, engineering, Map.of()),
        new Step("submitProtocol", ConcurrentTransitionTests::filled, technician, Map.of()),
        new Step(
            "approveProtocol",
            ConcurrentTransitionTests::submitted,
            cast -> cast.as(MONTADORA, UserRole.MANAGER),
            Map.of()),
        new Step("validateProtocol", ConcurrentTransitionTests::judged, engineering, Map.of()),
        new Step(
            "finalizeProtocol",
            ConcurrentTransitionTests::validated,
            cast -> cast.finalizer(C1),
            Map.of()),
        new Step(
            "rejectProtocol",
            ConcurrentTransitionTests::approved,
            engineering,
            Map.of("reason", "It was not done well.", "isDocumental", true)),
        new Step(
            "resumeProtocol",
            (cast, drawnUp) -> cast.rejectForItsDocuments(approved(cast, drawnUp)),
            technician,
            Map.of()),
        new Step(
            "reopenProtocol",
            (cast, drawnUp) -> cast.finish(C1, validated(cast, drawnUp)),
            cast -> cast.as(CLIENTE, UserRole.CLIENT),
            REASON),
        new Step("cancelProtocol", ConcurrentTransitionTests::filled, engineering, REASON));
  }

  private static State filled(Cast cast, State drawnUp) {
    return cast.fillAll(C1, cast.release(drawnUp));
  }

  private static State submitted(Cast cast, State drawnUp) {
    return cast.submit(C1, filled(cast, drawnUp));
  }

  private static State approved(Cast cast, State drawnUp) {
    return cast.approve(C1, submitted(cast, drawnUp));
  }

  private static State judged(Cast cast, State drawnUp) {
    State approved = approved(cast, drawnUp);
    cast.approveItems(approved);
    return approved;
  }

  private static State validated(Cast cast, State drawnUp) {
    return cast.validate(approved(cast, drawnUp));
  }

  private Cast cast() {
    return play.cast();
  }

  private State drawnUp(Cast cast) {
    return cast.create(play.template(C1), C1, cast.equipment("P-101"));
  }

  private static <T> List<T> atOnce(Callable<T> call) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(Collections.nCopies(AT_ONCE, call)).stream()
          .map(Future::resultNow)
          .toList();
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  /** How a try ended: not refused, or with what it was told is there now. */
  private record End(List<String> codes, List<String> current) {}

  @ParameterizedTest
  @MethodSource("steps")
  void exactlyOneTakesTheStep(Step step) {
    Cast cast = cast();
    State before = step.before().apply(cast, drawnUp(cast));
    int steps = history(before);
    GraphQlTester caller = step.caller().apply(cast);
    List<End> ends =
        atOnce(
            () -> {
              GraphQlTester.Response answer =
                  play.request(caller, step.mutation(), Play.input(before, step.more())).execute();
              String errors = step.mutation() + ".errors[*]";
              return new End(
                  answer.path(errors + ".code").entityList(String.class).get(),
                  answer.path(errors + ".current.id").entityList(String.class).get());
            });
    assertThat(ends).filteredOn(end -> end.codes().isEmpty()).hasSize(1);
    assertThat(ends)
        .filteredOn(end -> !end.codes().isEmpty())
        .hasSize(AT_ONCE - 1)
        .containsOnly(new End(List.of("STALE_VERSION"), List.of(before.id())));
    assertThat(history(before)).isEqualTo(steps + 1);
  }

  /** The first value begins the work: one of those who give it at once. */
  @Test
  void exactlyOneGivesTheFirstValue() {
    Cast cast = cast();
    State released = cast.release(drawnUp(cast));
    GraphQlTester technician = cast.as(MONTADORA, UserRole.TECHNICIAN);
    Item item = play.items(technician, released).getFirst();
    List<List<String>> ends =
        atOnce(
            () ->
                play.fill(
                        technician,
                        released,
                        List.of(
                            Map.of(
                                "id",
                                item.id(),
                                "expectedVersion",
                                item.version(),
                                "value",
                                Map.of("checkbox", Map.of("result", "OK")))))
                    .execute()
                    .path("fillItems.results[*].errors[*].code")
                    .entityList(String.class)
                    .get());
    assertThat(ends).filteredOn(List::isEmpty).hasSize(1);
    assertThat(ends).filteredOn(end -> !end.isEmpty()).containsOnly(List.of("STALE_VERSION"));
    assertThat(history(released)).isEqualTo(3);
  }

  private int history(State protocol) {
    return database
        .sql("select count(*) from protocol.protocol_status_history where protocol_id = ?")
        .param(TypeId.parse(protocol.id()).uuid())
        .query(Integer.class)
        .single();
  }
}
