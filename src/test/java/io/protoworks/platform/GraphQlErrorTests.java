package io.protoworks.platform;

import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every kind of failure has its code, and none shows what is inside. */
@ServerTest
class GraphQlErrorTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  /** No field gives these codes, and still a client finds them, and what to do about each. */
  @Test
  void theSchemaSaysWhatEachCodeMeans() {
    GraphQlTester.Response response =
        api.as(people.admin().token())
            .document("{ __type(name: \"ErrorCode\") { enumValues { name description } } }")
            .execute();
    response
        .path("__type.enumValues[*].name")
        .entityList(String.class)
        .isEqualTo(Stream.of(ErrorCode.values()).map(Enum::name).toList());
    response
        .path("__type.enumValues[*].description")
        .entityList(String.class)
        .hasSize(ErrorCode.values().length);
  }

  @Test
  void tellsWhatDoesNotParse() {
    assertFails(api.anonymous().document("{ companies {"), "GRAPHQL_PARSE_FAILED");
  }

  @Test
  void tellsWhatDoesNotValidate() {
    assertFails(
        api.anonymous().document("{ companies { nonsense } }"), "GRAPHQL_VALIDATION_FAILED");
  }

  @Test
  void asksTheAnonymousToSignIn() {
    assertFails(api.anonymous().document("{ companies { totalCount } }"), "UNAUTHENTICATED");
    assertFails(
        api.anonymous().document("{ node(id: \"company_01h455vb4pex5vsknk084sn02q\") { id } }"),
        "UNAUTHENTICATED");
  }

  @Test
  void refusesIdsOfNoTypeAndTooManyAtOnce() {
    String admin = people.admin().token();
    assertFails(
        api.as(admin).document("{ node(id: \"nothing_01h455vb4pex5vsknk084sn02q\") { id } }"),
        "BAD_REQUEST");
    List<String> ids =
        IntStream.range(0, 101).mapToObj(i -> "company_01h455vb4pex5vsknk084sn02q").toList();
    assertFails(
        api.as(admin)
            .document("query($ids: [ID!]!) { nodes(ids: $ids) { id } }")
            .variable("ids", ids),
        "BAD_REQUEST");
  }

  /** As long as a statement may wait for another's lock. */
  @Test
  void tellsWhoeverWaitsInVainToTryAgain() {
    People.SignedIn admin = people.admin();
    UUID company = people.company(CompanyType.MONTADORA);
    transaction.executeWithoutResult(
        status -> {
          database
              .sql("select id from identity.companies where id = ? for update")
              .param(company)
              .query(UUID.class)
              .single();
          assertFails(
              api.as(admin.token())
                  .document(
                      "mutation($id: ID!) { deactivateCompany(input: {id: $id,"
                          + " expectedVersion: 1}) { company { id } errors { message } } }")
                  .variable("id", new TypeId("company", company).toString()),
              "TIMEOUT");
        });
    assertThat(
            database
                .sql("select is_active from identity.companies where id = ?")
                .param(company)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void refusesAForgedTokenBeforeAnyQuery() throws Exception {
    HttpResponse<String> answer =
        api.http()
            .send(
                HttpRequest.newBuilder(api.uri("/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{__typename}\"}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"UNAUTHENTICATED\"").doesNotContain("Exception");
  }
}
