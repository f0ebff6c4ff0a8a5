package io.protoworks.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.plant.Mutations;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attaches files to things, takes them away and gives them back, as a client does. */
@Fixture
public class Attaching {
  private final Api api;
  private final Uploads uploads;
  private final JdbcClient database;

  Attaching(Api api, Uploads uploads, JdbcClient database) {
    this.api = api;
    this.uploads = uploads;
    this.database = database;
  }

  /** The id of a photo that this person attached to a protocol. */
  public String toProtocol(People.SignedIn person, String protocolId) {
    return attach(person, "addProtocolAttachment", "protocolId", protocolId);
  }

  /** The id of a photo that this person attached to an item. */
  public String toItem(People.SignedIn person, String itemId) {
    return attach(person, "addItemAttachment", "itemId", itemId);
  }

  /** The id of a photo that this person attached to a pendency. */
  public String toPendency(People.SignedIn person, String pendencyId) {
    return attach(person, "addPendencyAttachment", "pendencyId", pendencyId);
  }

  private String attach(People.SignedIn person, String mutation, String field, String id) {
    String upload = uploads.photo(person.token(), "photo.png");
    return Mutations.ask(
            api.as(person.token()),
            mutation,
            "attachment { id }",
            Map.of(field, id, "uploadId", upload))
        .execute()
        .path(mutation + ".attachment.id")
        .entity(String.class)
        .get();
  }

  /** Asks for {@code deactivateAttachment} or {@code restoreAttachment}. */
  public GraphQlTester.Request<?> asking(GraphQlTester caller, String mutation, String id) {
    return Mutations.ask(caller, mutation, "attachment { id isActive }", Map.of("id", id));
  }

  /** Does what must not be refused, and finds the file as it shall be. */
  public void does(GraphQlTester caller, String mutation, String id) {
    asking(caller, mutation, id)
        .execute()
        .path(mutation)
        .matchesJson(
            """
            {"attachment": {"id": "%s", "isActive": %s}, "errors": []}
            """
                .formatted(id, mutation.equals("restoreAttachment")));
  }

  /** A file's row and its audit, in one text: to be equal. */
  public String state(String id) {
    return database
        .sql(
            """
            select attachment::text
                   || (select count(*) from audit.audit_logs where entity_id = attachment.id)
              from attachment.attachments attachment
             where attachment.id = ?
            """)
        .param(TypeId.parse(id).uuid())
        .query(String.class)
        .single();
  }

  public void assertUnchanged(String id, Runnable attempts) {
    String before = state(id);
    attempts.run();
    assertThat(state(id)).isEqualTo(before);
  }

  /** What happened to a file, as the audit has it. */
  public List<String> trail(String id) {
    return database
        .sql(
            "select event_type || ' ' || action from audit.audit_logs"
                + " where entity_type = 'Attachment' and entity_id = ? order by sequence")
        .param(TypeId.parse(id).uuid())
        .query((row, number) -> row.getString(1))
        .list();
  }
}
