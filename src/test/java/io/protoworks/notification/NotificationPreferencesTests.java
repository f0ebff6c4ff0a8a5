package io.protoworks.notification;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.People.SignedIn;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Sites;
import io.protoworks.protocol.Sites.Site;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Everybody says for themselves what they do not want to hear of. */
@ServerTest
class NotificationPreferencesTests {
  private static final String SELECTION =
      "preferences { id version mutedTypes mutedProjects { id } updatedAt }";

  @Autowired Api api;
  @Autowired Sites sites;
  @Autowired People people;
  @Autowired Inboxes inboxes;
  @Autowired JdbcClient database;

  private Site site;
  private SignedIn person;
  private String project;

  @BeforeEach
  void look() {
    site = sites.site();
    person = sites.person(site, CompanyType.MONTADORA, UserRole.TECHNICIAN);
    project = globalId("project", site.projectId());
  }

  private JsonNode change(SignedIn viewer, Map<String, Object> input) {
    return inboxes.does(viewer, "changeNotificationPreferences", SELECTION, input);
  }

  private JsonNode look(SignedIn viewer) {
    return api.ask(
            viewer.token(),
            "{ notificationPreferences { id version mutedTypes mutedProjects { id } updatedAt } }")
        .at("/data/notificationPreferences");
  }

  @Test
  void areEmptyUntilSomebodyChangesThem() {
    JsonNode none = look(person);
    assertThat(none.path("version").asInt()).isZero();
    assertThat(none.path("mutedTypes").isEmpty()).isTrue();
    JsonNode changed =
        change(
                person,
                Map.of(
                    "expectedVersion", 0,
                    "mutedTypes", List.of("GATE_OPENED", "MENTION", "GATE_OPENED"),
                    "mutedProjectIds", List.of(project, project)))
            .path("preferences");
    assertThat(changed.path("version").asInt()).isEqualTo(1);
    assertThat(changed.path("mutedTypes").toString()).isEqualTo("[\"MENTION\",\"GATE_OPENED\"]");
    assertThat(changed.at("/mutedProjects/0/id").asString()).isEqualTo(project);
    assertThat(look(person)).isEqualTo(changed);
    JsonNode emptied = change(person, Map.of("expectedVersion", 1)).path("preferences");
    assertThat(emptied.path("version").asInt()).isEqualTo(2);
    assertThat(emptied.path("mutedProjects").isEmpty()).isTrue();
    assertThat(audited()).containsExactly("CREATE", "UPDATE");
  }

  private List<String> audited() {
    return database
        .sql(
            "select action::text from audit.audit_logs"
                + " where entity_type = 'NotificationPreferences' and entity_id = ? order by id")
        .param(person.id())
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void aStaleVersionIsRefused() {
    change(person, Map.of("expectedVersion", 0, "mutedTypes", List.of("MENTION")));
    for (int stale : new int[] {0, 2}) {
      assertThat(change(person, Map.of("expectedVersion", stale)).at("/errors/0/code").asString())
          .isEqualTo("STALE_VERSION");
    }
    assertThat(look(person).path("mutedTypes").toString()).isEqualTo("[\"MENTION\"]");
  }

  @Test
  void aProjectThatIsNotSeenIsUnknown() {
    JsonNode refused =
        change(
            people.stranger(), Map.of("expectedVersion", 0, "mutedProjectIds", List.of(project)));
    assertThat(refused.at("/errors/0/code").asString()).isEqualTo("UNKNOWN_REFERENCE");
    assertThat(refused.at("/errors/0/path").toString())
        .isEqualTo("[\"input\",\"mutedProjectIds\"]");
  }

  /** Whoever comes back finds it muted still; meanwhile it is not shown. */
  @Test
  void aMutedProjectThatIsSeenNoMoreStaysMuted() {
    change(person, Map.of("expectedVersion", 0, "mutedProjectIds", List.of(project)));
    move(people.stranger().companyId());
    assertThat(look(person).path("mutedProjects").isEmpty()).isTrue();
    JsonNode kept =
        change(person, Map.of("expectedVersion", 1, "mutedProjectIds", List.of(project)));
    assertThat(kept.path("errors").isEmpty()).isTrue();
    move(person.companyId());
    assertThat(look(person).at("/mutedProjects/0/id").asString()).isEqualTo(project);
  }

  private void move(UUID companyId) {
    database
        .sql("update identity.users set company_id = ? where id = ?")
        .params(companyId, person.id())
        .update();
  }

  @Test
  void areNobodyElses() {
    String own = look(person).path("id").asString();
    for (SignedIn other : List.of(people.admin(), people.stranger())) {
      assertThat(
              api.ask(other.token(), "{ node(id: \"%s\") { id } }".formatted(own))
                  .at("/data/node")
                  .isNull())
          .isTrue();
    }
    assertThat(
            api.ask(person.token(), "{ node(id: \"%s\") { id } }".formatted(own))
                .at("/data/node/id")
                .asString())
        .isEqualTo(own);
  }
}
