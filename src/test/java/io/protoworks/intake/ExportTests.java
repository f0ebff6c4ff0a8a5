package io.protoworks.intake;

import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.intake.Imports.Order;
import io.protoworks.intake.Imports.Site;
import io.protoworks.register.RegisterFormat;
import io.protoworks.register.RegisterWriter;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ExportTests {
  private static final String EXPORT =
      """
      mutation($input: ExportRegisterInput!) {
        exportRegister(input: $input) { url expiresAt errors { code } }
      }
      """;

  @Autowired Api api;
  @Autowired People people;
  @Autowired Imports imports;
  @Autowired JdbcClient database;

  private Site site =
      new Site(new People.SignedIn(new UUID(0, 0), new UUID(0, 0), "", ""), new UUID(0, 0));

  @BeforeEach
  void makeSite() {
    site = imports.site();
  }

  private GraphQlTester.Request<?> exporting(GraphQlTester caller, RegisterFormat format) {
    return caller
        .document(EXPORT)
        .variable("input", Map.of("projectId", site.projectGlobalId(), "format", format.name()));
  }

  private String url(String token, RegisterFormat format) {
    return exporting(api.as(token), format)
        .execute()
        .path("exportRegister.url")
        .entity(String.class)
        .get();
  }

  private HttpResponse<byte[]> get(String url) {
    try {
      return api.http()
          .send(HttpRequest.newBuilder(api.uri(url)).build(), BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private String text(String url) {
    return new String(get(url).body(), UTF_8);
  }

  private Imports.State importBack(byte[] file) {
    Order order = Order.of(String.join(",", RegisterWriter.headers().toList()) + "\n");
    return imports.run(site, new Order(file, order.mapping(), ImportMode.GOOD_ROWS, false));
  }

  @ParameterizedTest
  @EnumSource
  void importsBackUnchanged(RegisterFormat format) {
    imports.run(
        site,
        new Order(
            CompressorRegister.bytes(), CompressorRegister.MAPPING, ImportMode.GOOD_ROWS, false));
    HttpResponse<byte[]> file = get(url(site.token(), format));
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment; filename=\"register.");
    assertThat(importBack(file.body()).counts()).containsExactly(0, 0, CompressorRegister.TAGS, 0);
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatSpreadsheetsWouldRunOrTrimHarmlessAndUnchanged(RegisterFormat format) {
    String header = "area_code,system_code,subsystem_code,tag_id,application\n";
    imports.run(
        site,
        Order.of(
            header
                + """
                A1,S1,SS1,P-1,"=cmd|' /C calc'!A0"
                A1,S1,SS1,P-2,+1
                A1,S1,SS1,P-3,@SUM(A1)
                A1,S1,SS1,=P-4,"'quoted"
                A1,S1,SS1,P-5,"first line
                second line; with, all ""that"" and more"
                """));
    byte[] file = get(url(site.token(), format)).body();
    if (format == RegisterFormat.CSV) {
      assertThat(new String(file, UTF_8))
          .contains("'=cmd|")
          .contains(",'+1,")
          .contains(",'@SUM(A1),")
          .contains(",'=P-4,")
          .doesNotContain(",=")
          .doesNotContain(",\"=");
    }
    assertThat(importBack(file).counts()).containsExactly(0, 0, 5, 0);
  }

  @Test
  void isRefusedToWhoeverMayNot() {
    assertFails(exporting(api.anonymous(), RegisterFormat.CSV), "UNAUTHENTICATED");
    assertRefused(
        exporting(api.as(people.stranger().token()), RegisterFormat.CSV),
        "exportRegister",
        "UNKNOWN_REFERENCE");
    String supplier =
        people
            .user(
                draft -> draft.withCompany(site.manager().companyId()).withRole(UserRole.SUPPLIER))
            .token();
    assertFails(exporting(api.as(supplier), RegisterFormat.CSV), "FORBIDDEN");
  }

  @Nested
  class Address {
    @Test
    void servesOnlyAsItWasMade() {
      String url = url(site.token(), RegisterFormat.CSV);
      assertThat(get(url).statusCode()).isEqualTo(200);
      String otherUser = url.replace(site.manager().id().toString(), UUID.randomUUID().toString());
      String later = url.replaceFirst("expires=\\d", "expires=9");
      String otherFile = url.replace("register.csv", "register.xlsx");
      String unsigned = url.substring(0, url.indexOf("&signature"));
      String withoutSession = url.replaceFirst("&session=[^&]+", "");
      for (String forged :
          java.util.List.of(
              otherUser,
              later,
              otherFile,
              unsigned,
              withoutSession,
              url.substring(0, url.indexOf('?')))) {
        HttpResponse<byte[]> answer = get(forged);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(new String(answer.body(), UTF_8)).contains("UNAUTHENTICATED");
      }
    }

    @Test
    void givesNoRightThatItsUserHasLost() {
      String ofManager = url(site.token(), RegisterFormat.CSV);
      People.SignedIn guest = people.user(draft -> draft.withCompany(site.manager().companyId()));
      String ofGuest = url(guest.token(), RegisterFormat.CSV);
      assertThat(get(ofGuest).statusCode()).isEqualTo(200);
      database
          .sql("update identity.users set company_id = ? where id = ?")
          .params(people.company(CompanyType.FORNECEDOR), guest.id())
          .update();
      assertThat(get(ofGuest).statusCode()).isEqualTo(404);
      database
          .sql("update identity.sessions set revoked_at = now() where user_id = ?")
          .param(site.manager().id())
          .update();
      assertThat(get(ofManager).statusCode()).isEqualTo(401);
    }
  }

  @Nested
  class Errors {
    private static final String READ =
        "query($id: ID!) { importJob(id: $id) { errorsUrl errorCounts { code count }"
            + " errors(first: 1) { nodes { rowNumber } pageInfo { hasNextPage endCursor }"
            + " totalCount } project { importJobs { totalCount nodes { id } } } } }";

    @Test
    void comeAsCsv() {
      String jobId =
          imports.start(
              site,
              Order.of(
                  """
                  area_code,system_code,subsystem_code,tag_id,application
                  A1,S1,SS1,P-1,
                  A1,S1,SS1,=P-1,
                  ,S1,SS1,P-2,Pump
                  """));
      imports.awaitEnd(site, jobId);
      GraphQlTester.Response response =
          api.as(site.token()).document(READ).variable("id", jobId).execute();
      response
          .path("importJob")
          .matchesJson(
              """
              {"errorCounts": [{"code": "REQUIRED_BLANK", "count": 3}],
               "errors": {"nodes": [{"rowNumber": 2}], "pageInfo": {"hasNextPage": true},
                          "totalCount": 3},
               "project": {"importJobs": {"totalCount": 1, "nodes": [{"id": "%s"}]}}}
              """
                  .formatted(jobId));
      String url = response.path("importJob.errorsUrl").entity(String.class).get();
      assertThat(text(url).lines())
          .containsExactly(
              "\uFEFFrow_number,column,value,code,reason",
              "2,application,,REQUIRED_BLANK,\"Every row needs the application, and this one has"
                  + " none: fill it in.\"",
              "3,application,,REQUIRED_BLANK,\"Every row needs the application, and this one has"
                  + " none: fill it in.\"",
              "4,area_code,,REQUIRED_BLANK,\"Every row needs the area's code, and this one has"
                  + " none: fill it in.\"");
    }

    @Test
    void arePagedBothWays() {
      StringBuilder rows =
          new StringBuilder("area_code,system_code,subsystem_code,tag_id,application\n");
      for (int row = 0; row < 5; row++) {
        rows.append("A1,S1,SS1,P-%d,\n".formatted(row));
      }
      String jobId = imports.start(site, Order.of(rows.toString()));
      imports.awaitEnd(site, jobId);
      String page =
          "query($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {"
              + " importJob(id: $id) { errors(first: $first, after: $after, last: $last,"
              + " before: $before) { nodes { rowNumber } pageInfo { endCursor startCursor } } } }";
      GraphQlTester.Request<?> request = api.as(site.token()).document(page).variable("id", jobId);
      String cursor =
          request
              .variable("first", 2)
              .execute()
              .path("importJob.errors.pageInfo.endCursor")
              .entity(String.class)
              .get();
      api.as(site.token())
          .document(page)
          .variable("id", jobId)
          .variable("first", 2)
          .variable("after", cursor)
          .execute()
          .path("importJob.errors.nodes[*].rowNumber")
          .entityList(Integer.class)
          .isEqualTo(java.util.List.of(4, 5));
      api.as(site.token())
          .document(page)
          .variable("id", jobId)
          .variable("last", 1)
          .execute()
          .path("importJob.errors.nodes[*].rowNumber")
          .entityList(Integer.class)
          .isEqualTo(java.util.List.of(6));
      assertFails(
          api.as(site.token()).document(page).variable("id", jobId).variable("after", "nonsense"),
          "BAD_REQUEST");
    }
  }
}
