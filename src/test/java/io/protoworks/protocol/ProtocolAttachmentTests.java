package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.attachment.Attaching;
import io.protoworks.attachment.Uploads;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Drawings and certificates of protocols as a whole. */
@ServerTest
class ProtocolAttachmentTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Play play;
  @Autowired Attaching attaching;
  @Autowired Uploads uploads;

  private Cast cast;
  private State protocol;
  private People.SignedIn engineer;
  private People.SignedIn technician;

  @BeforeEach
  void drawUp() {
    cast = play.cast();
    protocol =
        cast.create(
            play.template(ProtocolType.C1, ItemDraft.check()),
            ProtocolType.C1,
            cast.equipment("P-101"));
    engineer = cast.person(GERENCIADORA, UserRole.ENGINEERING);
    technician = cast.person(MONTADORA, UserRole.TECHNICIAN);
  }

  private List<String> listed(GraphQlTester caller) {
    return caller
        .document(
            """
            query($id: ID!) {
              node(id: $id) { ... on Protocol { attachments { nodes { id } } } }
            }
            """)
        .variable("id", protocol.id())
        .execute()
        .path("node.attachments.nodes[*].id")
        .entityList(String.class)
        .get();
  }

  private GraphQlTester.Request<?> adding(People.SignedIn person) {
    return Mutations.ask(
        api.as(person.token()),
        "addProtocolAttachment",
        "attachment { id }",
        Map.of("protocolId", protocol.id(), "uploadId", uploads.document(person.token())));
  }

  @Test
  void areOfWhoeverDrawsItUpAndOfTheExecutor() {
    String drawing = attaching.toProtocol(engineer, protocol.id());
    protocol = cast.release(protocol);
    String certificate = attaching.toProtocol(technician, protocol.id());
    GraphQlTester client = cast.as(CLIENTE, UserRole.CLIENT);
    assertThat(listed(client)).containsExactly(certificate, drawing);
    attaching.does(api.as(technician.token()), "deactivateAttachment", drawing);
    assertThat(listed(client)).containsExactly(certificate);
    attaching.does(api.as(engineer.token()), "restoreAttachment", drawing);
    assertThat(listed(client)).containsExactly(certificate, drawing);
    assertThat(attaching.trail(drawing))
        .containsExactly(
            "attachment.created CREATE",
            "attachment.deactivated DELETE",
            "attachment.restored UPDATE");
  }

  @Test
  void areNobodyElses() {
    String drawing = attaching.toProtocol(engineer, protocol.id());
    People.SignedIn client = cast.person(CLIENTE, UserRole.CLIENT);
    People.SignedIn stranger = people.stranger();
    assertFails(adding(client), "FORBIDDEN");
    assertRefused(adding(stranger), "addProtocolAttachment", "UNKNOWN_REFERENCE");
    attaching.assertUnchanged(
        drawing,
        () -> {
          assertFails(
              attaching.asking(api.as(client.token()), "deactivateAttachment", drawing),
              "FORBIDDEN");
          assertRefused(
              attaching.asking(api.as(stranger.token()), "deactivateAttachment", drawing),
              "deactivateAttachment",
              "UNKNOWN_REFERENCE");
        });
    assertThat(listed(api.as(engineer.token()))).containsExactly(drawing);
  }

  @Test
  void stayAsTheyAreOnceItIsSubmitted() {
    String drawing = attaching.toProtocol(engineer, protocol.id());
    protocol = cast.submit(ProtocolType.C1, cast.fillAll(ProtocolType.C1, cast.release(protocol)));
    assertRefused(adding(engineer), "addProtocolAttachment", "TRANSITION_BLOCKED");
    attaching.assertUnchanged(
        drawing,
        () ->
            assertRefused(
                attaching.asking(api.as(technician.token()), "deactivateAttachment", drawing),
                "deactivateAttachment",
                "TRANSITION_BLOCKED"));
  }
}
