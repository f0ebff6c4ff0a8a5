package io.protoworks.template;

import static io.protoworks.template.Templates.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Waiting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two authors at once: one of them wins, and nothing half is left. */
@ServerTest
class ProtocolTemplateConcurrencyTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Templates templates;
  @Autowired Waiting waiting;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient database;

  private GraphQlTester engineer;
  private String code;

  @BeforeEach
  void signIn() {
    engineer = api.as(people.user(draft -> draft.withRole(UserRole.ENGINEERING)).token());
    code = "T-" + UUID.randomUUID();
  }

  private String ask(String mutation, Map<String, Object> input) {
    List<String> codes =
        Mutations.ask(engineer, mutation, "protocolTemplate { id }", input)
            .execute()
            .path(mutation + ".errors[*].code")
            .entityList(String.class)
            .get();
    return codes.isEmpty() ? "done" : String.join(" ", codes);
  }

  private static List<String> together(Callable<String> one, Callable<String> other) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(List.of(one, other)).stream().map(Future::resultNow).toList();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private int count(String condition) {
    return database
        .sql("select count(*) from template.protocol_templates where code = ? and " + condition)
        .param(code)
        .query(Integer.class)
        .single();
  }

  private Map<String, Object> check() {
    return Map.of(
        "code", "A", "description", "Is it tight?", "config", Map.of("checkbox", Map.of()));
  }

  @RepeatedTest(5)
  void oneFirstDraftOfACode() {
    Map<String, Object> input = Map.of("code", code, "type", "C2", "items", List.of(check()));
    assertThat(
            together(
                () -> ask("createProtocolTemplate", input),
                () -> ask("createProtocolTemplate", input)))
        .containsExactlyInAnyOrder("done", "NOT_UNIQUE");
    assertThat(count("true")).isEqualTo(1);
  }

  @RepeatedTest(5)
  void oneNextDraftOfACode() {
    UUID first = templates.published(ProtocolType.C2, draft -> draft.withCode(code), List.of());
    Map<String, Object> input = Map.of("id", globalId(first), "expectedVersion", 1);
    assertThat(
            together(
                () -> ask("createProtocolTemplateVersion", input),
                () -> ask("createProtocolTemplateVersion", input)))
        .containsExactlyInAnyOrder("done", "IN_THE_WAY");
    assertThat(count("status = 'DRAFT'")).isEqualTo(1);
  }

  @RepeatedTest(5)
  void publishedOrChanged() {
    UUID draft = templates.draft(ProtocolType.C2, first -> first.withCode(code), List.of());
    Map<String, Object> publish = Map.of("id", globalId(draft), "expectedVersion", 1);
    Map<String, Object> change =
        Map.of("id", globalId(draft), "expectedVersion", 1, "type", "C2", "items", List.of());
    assertThat(
            together(
                () -> ask("publishProtocolTemplate", publish),
                () -> ask("changeProtocolTemplate", change)))
        .containsExactlyInAnyOrder("done", "STALE_VERSION");
  }

  /** A script that writes items past the services waits, and is refused, too. */
  @Test
  void itemsAreNotWrittenWhileTheirTemplateIsPublished() {
    UUID draft = templates.draft(ProtocolType.C2, first -> first.withCode(code), List.of());
    CompletableFuture<Integer> written =
        transactions.execute(
            transaction -> {
              templates.publish(draft);
              return waiting.start(
                  () ->
                      database
                          .sql(
                              "update template.protocol_template_items set description = 'Another'"
                                  + " where protocol_template_id = ?")
                          .param(draft)
                          .update());
            });
    assertThat(written)
        .failsWithin(java.time.Duration.ofSeconds(20))
        .withThrowableThat()
        .withMessageContaining("published version");
  }

  /** Whoever releases a protocol meanwhile finds no published version to freeze. */
  @Test
  void isWithdrawnOrFrozenButNotBoth() {
    UUID template = templates.published(ProtocolType.C2, draft -> draft.withCode(code), List.of());
    CompletableFuture<String> withdrawn =
        transactions.execute(
            transaction -> {
              templates.freeze(template);
              return waiting.start(
                  () ->
                      ask(
                          "withdrawProtocolTemplate",
                          Map.of("id", globalId(template), "expectedVersion", 1)));
            });
    assertThat(withdrawn).succeedsWithin(java.time.Duration.ofSeconds(20)).isEqualTo("IN_THE_WAY");
    assertThat(count("frozen_at is not null and status = 'PUBLISHED'")).isEqualTo(1);
  }
}
