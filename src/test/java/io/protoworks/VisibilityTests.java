package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.VisibilityWorld.Attempted;
import io.protoworks.VisibilityWorld.Outsider;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Socket;
import io.protoworks.walk.Crawl;
import io.protoworks.walk.Variants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * What an outsider may not see does not exist for them, wherever they look: in roots and look-ups,
 * lists, counts and searches, and behind every edge of everything that they do see.
 *
 * <p>Nothing is said here of single types. Outsiders walk the whole graph, once before and once
 * after another tenant has filled it, with that tenant's ids and words in every argument; what they
 * are answered must be the same. So a new type or field is walked as soon as it is in the schema,
 * and the test fails until there is something to see:
 *
 * <ul>
 *   <li>a module makes one object of each of its types in a {@link io.protoworks.walk.TenantPart},
 *       those that belong to nobody are shared;
 *   <li>{@link OutsiderSamples} is taught the source of a text that an argument takes when its name
 *       does not say it, and what a text in a mutation's input must hold to be valid.
 * </ul>
 *
 * <p>In a database of its own: what everybody sees, such as templates, would else be walked for all
 * other tests, too.
 */
@ServerTest
@TestPropertySource(properties = "test.database=visibility")
class VisibilityTests {
  /** What a mutation says of what is not there, and of what one may not do at all. */
  private static final Set<String> REFUSALS = Set.of("UNKNOWN_REFERENCE", "NOT_FOUND", "FORBIDDEN");

  /** What only a log that was tampered with shows. */
  private static final Set<String> NEVER_SEEN =
      Set.of("AuditChainBreak", "AuditChainVerification.firstBreak");

  /** What edges show to whoever could not look it up. */
  private static final Set<String> SEEN_BUT_NOT_FOUND = Set.of("Company", "User", "Gate");

  /** Subscriptions to what is the viewer's own: {@code NotificationFollowingTests} says whose. */
  private static final Set<String> OF_THE_VIEWER = Set.of("notifications", "unreadNotifications");

  /** How much of an answer a failure shows on either side of what differs. */
  private static final int EXCERPT = 100;

  @Autowired Api api;
  @Autowired SchemaBinding binding;
  @Autowired VisibilityWorld world;

  @ParameterizedTest
  @EnumSource
  void anOutsiderIsAnsweredTheSameWhateverAnotherTenantHas(Outsider outsider) {
    assertThat(differences(world.before(outsider), world.after(outsider))).isEmpty();
  }

  private static List<String> differences(Crawl before, Crawl after) {
    Set<String> questions = new TreeSet<>(before.answers().keySet());
    questions.addAll(after.answers().keySet());
    List<String> differences = new ArrayList<>();
    for (String question : questions) {
      String one = before.answers().getOrDefault(question, "not asked");
      String other = after.answers().getOrDefault(question, "not asked");
      if (!one.equals(other)) {
        differences.add(
            "%s:\n  %s\n  %s"
                .formatted(
                    question, fromWhereTheyDiffer(one, other), fromWhereTheyDiffer(other, one)));
      }
    }
    return differences;
  }

  private static String fromWhereTheyDiffer(String shown, String other) {
    int mismatch = Math.max(0, Arrays.mismatch(shown.toCharArray(), other.toCharArray()));
    return shown.substring(
        Math.max(0, mismatch - EXCERPT), Math.min(shown.length(), mismatch + EXCERPT));
  }

  @Test
  void whoeverBelongsToTheTenantSeesSomethingOfEveryType() {
    Set<String> missing = new TreeSet<>(SchemaReach.types(binding.schema()));
    missing.removeAll(world.seenByInsiders(Crawl::types));
    missing.removeAll(NEVER_SEEN);
    missing.addAll(world.typesThatNobodyMade());
    assertThat(missing).as("teach a TenantPart to make one").isEmpty();
  }

  @Test
  void everyEdgeLeadsThemSomewhere() {
    Set<String> missing = new TreeSet<>(SchemaReach.edges(binding.schema()));
    missing.removeAll(world.seenByInsiders(Crawl::followed));
    missing.removeAll(NEVER_SEEN);
    assertThat(missing).as("teach a TenantPart to make something there").isEmpty();
  }

  /**
   * Of the plant, and of what is done in it: what edges lead a SUPPLIER to their ids lead to, too,
   * and other ids lead nowhere. People and companies are seen but not found (decision 0007), and a
   * gate is shown only where it keeps a protocol from a step.
   */
  @Test
  void aSupplierLooksUpWhatTheyReachAndNothingElse() {
    Crawl reached = world.crawlAsSupplying();
    Set<String> hidden = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    for (String type : world.types()) {
      if (reached.ids(type).stream().anyMatch(id -> !reached.canLookUp(type, id))) {
        hidden.add(type);
      }
      world.insider().ids(type).stream()
          .filter(id -> !reached.ids(type).contains(id))
          .filter(world::canSupplyingLookUp)
          .forEach(found::add);
    }
    assertThat(reached.ids("Area")).as("they reach something").isNotEmpty();
    assertThat(found).as("reached by no edge").isEmpty();
    assertThat(hidden).as("reached, but not looked up").isSubsetOf(SEEN_BUT_NOT_FOUND);
  }

  @Test
  void whoeverHasNotSignedInIsToldToDoSo() {
    Crawl anonymous = world.crawlAnonymously();
    assertThat(anonymous.types()).isEmpty();
    assertThat(anonymous.answers().values())
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer).startsWith("null UNAUTHENTICATED: "));
  }

  @ParameterizedTest
  @EnumSource
  void aMutationOnAForeignIdAnswersAsOnOneThatWasNeverGivenOut(Outsider outsider) {
    assertThatNothingIsTold(world.attempt(outsider));
  }

  @Test
  void whoeverKeepsPeopleKeepsOnlyThoseThatTheyFind() {
    assertThatNothingIsTold(world.attemptAsPersonnel());
  }

  private void assertThatNothingIsTold(List<Attempted> attempts) {
    assertThat(attempts).isNotEmpty();
    assertThat(
            attempts.stream()
                .filter(
                    attempted ->
                        !attempted.onForeign().equals(attempted.onNowhere())
                            || attempted.codes().isEmpty()
                            || !REFUSALS.containsAll(attempted.codes())))
        .isEmpty();
    assertThat(differences(world.insider(), world.crawlAsInsider()))
        .as("what has changed for those who may see it")
        .isEmpty();
  }

  @Test
  void aSubscriptionToAForeignIdAnswersAsToOneThatWasNeverGivenOut() {
    List<Variants.Variant> foreign = world.subscriptionsBut(OF_THE_VIEWER, world.thereSamples());
    List<Variants.Variant> nowhere = world.subscriptionsBut(OF_THE_VIEWER, world.nowhereSamples());
    assertThat(foreign)
        .isNotEmpty()
        .as("what names no id is heard by everybody: write a test of who hears what of it")
        .allMatch(subscription -> subscription.call().contains("("));
    for (int index = 0; index < foreign.size(); index++) {
      assertThat(listen(foreign.get(index), world.thereSamples()::mask))
          .as(foreign.get(index).label())
          .isEqualTo(listen(nowhere.get(index), world.nowhereSamples()::mask))
          .startsWith("error");
    }
  }

  private String listen(Variants.Variant subscription, Function<String, String> mask) {
    try (Socket socket = Socket.openAs(api, world.token(Outsider.STRANGER))) {
      socket.subscribe("1", "subscription { %s { __typename } }".formatted(subscription.call()));
      var message = socket.next();
      return "%s %s"
          .formatted(
              message.path("type").asString(), mask.apply(message.path("payload").toString()));
    }
  }
}
