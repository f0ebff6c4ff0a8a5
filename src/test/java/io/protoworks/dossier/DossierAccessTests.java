package io.protoworks.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is given which documents. */
@ServerTest
class DossierAccessTests {
  /** A stretch of 50 protocols takes 16; cover, contents and access take the rest. */
  private static final int MOST_STATEMENTS = 45;

  @Autowired Api api;
  @Autowired Play play;
  @Autowired People people;
  @Autowired Documents documents;
  @Autowired JdbcClient database;
  @Autowired Statements statements;

  private Cast cast;
  private State supplied;
  private State other;

  @BeforeEach
  void makeProtocols() {
    cast = play.cast();
    UUID template = play.template(ProtocolType.C1);
    supplied =
        play.ask(
            engineering(),
            "createProtocol",
            Map.of(
                "templateId", new TypeId("protocol_template", template).toString(),
                "equipmentIds",
                    List.of(new TypeId("equipment", cast.equipment("PUMP-ONE")).toString()),
                "executorCompanyId", company(CompanyType.MONTADORA),
                "companyIds", List.of(company(CompanyType.FORNECEDOR))));
    other = cast.create(template, ProtocolType.C1, cast.equipment("PUMP-TWO"));
  }

  private String company(CompanyType part) {
    return new TypeId("company", cast.site().company(part)).toString();
  }

  private GraphQlTester engineering() {
    return cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
  }

  private GraphQlTester supplier() {
    return cast.as(CompanyType.FORNECEDOR, UserRole.SUPPLIER);
  }

  private String subsystem() {
    return Documents.subsystem(cast.site().subsystemId());
  }

  /** The address as this person would have it, if they had been given one. */
  private int statusFor(GraphQlTester owner, String id, People.SignedIn other) {
    String url = String.valueOf(documents.url(owner, id));
    return documents.get(url.replaceFirst("user=[^&]+", "user=" + other.id())).statusCode();
  }

  @Test
  void comesAsAFileOfItsName() {
    HttpResponse<byte[]> answer = documents.get(documents.url(engineering(), supplied.id()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment; filename=")
        .contains("protocol 1.pdf");
    assertThat(answer.body()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(answer.headers().firstValueAsLong("content-length")).hasValue(answer.body().length);
  }

  @Test
  void ofASubsystemASupplierIsGivenTheirProtocolsOnly() {
    String whole = Documents.text(documents.of(engineering(), subsystem()));
    assertThat(whole)
        .contains("Protocol 1", "Protocol 2", "PUMP-ONE", "PUMP-TWO", "Gates", "Stages");
    String url =
        String.valueOf(
            supplier()
                .document(
                    "query($id: ID!) { node(id: $id) { ... on Protocol { subsystem { dossierUrl }"
                        + " } } }")
                .variable("id", supplied.id())
                .execute()
                .path("node.subsystem.dossierUrl")
                .entity(String.class)
                .get());
    String theirs = Documents.text(documents.get(url).body());
    assertThat(theirs)
        .contains("Protocol 1", "PUMP-ONE")
        .doesNotContain("Protocol 2", "PUMP-TWO", "Gates", "Stages", "Exemptions");
    assertThat(Documents.text(documents.of(supplier(), supplied.id()))).contains("PUMP-ONE");
  }

  @Test
  void goesToNobodyWhoDoesNotSeeIt() {
    assertThat(statusFor(engineering(), other.id(), people.stranger())).isEqualTo(401);
    People.SignedIn guest =
        people.user(
            draft ->
                draft
                    .withCompany(cast.site().company(CompanyType.GERENCIADORA))
                    .withRole(UserRole.MANAGER));
    GraphQlTester asGuest = api.as(guest.token());
    List<String> urls =
        List.of(
            String.valueOf(documents.url(asGuest, other.id())),
            String.valueOf(documents.url(asGuest, subsystem())));
    assertThat(urls).allMatch(url -> documents.get(url).statusCode() == 200);
    database
        .sql("update identity.users set company_id = ?, role = 'SUPPLIER' where id = ?")
        .params(cast.site().company(CompanyType.FORNECEDOR), guest.id())
        .update();
    assertThat(documents.get(urls.getFirst()).statusCode()).isEqualTo(404);
    assertThat(documents.get(urls.getLast()).statusCode()).isEqualTo(200);
    database
        .sql("update identity.users set company_id = ? where id = ?")
        .params(people.company(CompanyType.FORNECEDOR), guest.id())
        .update();
    assertThat(urls).allMatch(url -> documents.get(url).statusCode() == 404);
  }

  @Test
  void isGivenOnlyAtAddressesThatWeMade() {
    String url = String.valueOf(documents.url(engineering(), supplied.id()));
    for (String forged :
        List.of(
            url.replaceFirst("expires=\\d", "expires=9"),
            url.replaceFirst("expires=\\d+", "expires=1"),
            url.replace(supplied.id(), other.id()),
            url.substring(0, url.indexOf("&signature")),
            url.substring(0, url.indexOf('?')))) {
      HttpResponse<byte[]> answer = documents.get(forged);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("UNAUTHENTICATED");
    }
  }

  @Test
  void readsManyProtocolsAsItReadsOne() {
    for (int tag = 3; tag < 40; tag++) {
      cast.equipment("P-" + tag);
    }
    Mutations.ask(
            engineering(),
            "createProtocols",
            "results { protocol { id } }",
            Map.of(
                "templateId",
                new TypeId("protocol_template", play.template(ProtocolType.C1)).toString(),
                "executorCompanyId",
                company(CompanyType.MONTADORA),
                "equipments",
                Map.of("inSubsystem", Map.of("subsystemId", subsystem()))))
        .executeAndVerify();
    String url = String.valueOf(documents.url(engineering(), subsystem()));
    AtomicReference<byte[]> document = new AtomicReference<>(new byte[0]);
    assertThat(statements.during(() -> document.set(documents.get(url).body())))
        .hasSizeLessThan(MOST_STATEMENTS);
    List<String> pages = Documents.pages(document.get());
    assertThat(pages).hasSizeGreaterThan(41);
    for (int page = 0; page < pages.size(); page++) {
      assertThat(pages.get(page))
          .containsPattern("Page %d of ?%d".formatted(page + 1, pages.size()));
    }
    int first = pages.size() - 41;
    String contents = String.join(" ", pages.subList(0, first));
    for (int number = 1; number <= 41; number++) {
      assertThat(contents)
          .containsPattern(
              "Protocol %d ?T-[-0-9a-f]+, version 1 ?C1 ?CREATED ?%d "
                  .formatted(number, first + number));
      assertThat(pages.get(first + number - 1)).startsWith("Protocol %d ".formatted(number));
    }
  }
}
