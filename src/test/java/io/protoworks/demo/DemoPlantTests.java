package io.protoworks.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.protoworks.testing.Api;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@DemoTest
class DemoPlantTests {
  /** Of the area U-100, into which no other test imports. */
  private static final int EQUIPMENTS = 22;

  @Autowired Api api;

  @Test
  void everyUserOfEveryPartySeesWhatTheyMay() {
    for (DemoPlant.Party party : DemoPlant.PARTIES) {
      for (String role : party.roles()) {
        GraphQlTester.Response answer =
            signedIn(party.email(role)).document("{ projects { nodes { code } } }").execute();
        assertThat(answer.path("projects.nodes[*].code").entityList(String.class).get())
            .as(party.email(role))
            .hasSize(party.takesPart() ? 1 : 0);
      }
    }
  }

  @Test
  void theRegisterIsInPlace() {
    GraphQlTester manager = signedIn("manager@gerenciadora.example");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                manager
                    .document("{ project(code: \"DEMO\") { areas { equipments { totalCount } } } }")
                    .execute()
                    .path("project.areas[0].equipments.totalCount")
                    .entity(Integer.class)
                    .isEqualTo(EQUIPMENTS));
  }

  @Test
  void aSecondStartChangesNothing() throws Exception {
    GraphQlTester administrator = signedIn(DemoPlant.ADMINISTRATOR);
    String counts = "{ companies { totalCount } users { totalCount } projects { totalCount } }";
    Map<String, Object> before =
        administrator.document(counts).execute().returnResponse().getData();
    DemoClient client =
        DemoClient.signIn(api.uri("").toString(), DemoPlant.ADMINISTRATOR, DemoPlant.PASSWORD);
    new DemoPlant(client).make();
    assertThat(
            administrator
                .document(counts)
                .execute()
                .returnResponse()
                .<Map<String, Object>>getData())
        .isEqualTo(before);
  }

  private GraphQlTester signedIn(String email) {
    String token =
        api.anonymous()
            .document("mutation($input: LoginInput!) { login(input: $input) { accessToken } }")
            .variable("input", Map.of("email", email, "password", DemoPlant.PASSWORD))
            .execute()
            .path("login.accessToken")
            .entity(String.class)
            .get();
    return api.as(token);
  }
}
