package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.attachment.Attaching;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.Item;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The files of items, taken away and given back. */
@ServerTest
class ItemAttachmentTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Play play;
  @Autowired Attaching attaching;

  private Cast cast;
  private State protocol;
  private People.SignedIn technician;
  private Item item;
  private String photo;

  @BeforeEach
  void attach() {
    cast = play.cast();
    protocol =
        cast.release(
            cast.create(
                play.template(
                    ProtocolType.C1, ItemDraft.of(ItemType.PHOTO_CAPTURE), ItemDraft.check()),
                ProtocolType.C1,
                cast.equipment("P-101")));
    technician = cast.person(MONTADORA, UserRole.TECHNICIAN);
    item = play.items(asTechnician(), protocol).getFirst();
    fill(1, item(1), Map.of("checkbox", Map.of("result", "OK")));
    photo = attaching.toItem(technician, item.id());
  }

  private GraphQlTester asTechnician() {
    return api.as(technician.token());
  }

  private Item item(int index) {
    return play.items(asTechnician(), protocol).get(index);
  }

  private void fill(int index, Item filled, Map<String, Object> value) {
    play.fill(
            asTechnician(),
            protocol,
            List.of(Map.of("id", filled.id(), "expectedVersion", filled.version(), "value", value)))
        .execute()
        .path("fillItems.results[*].errors[*].message")
        .entityList(String.class)
        .satisfies(messages -> assertThat(messages).as("item %d", index).isEmpty());
  }

  private void show() {
    fill(
        0,
        item(0),
        Map.of("photoCapture", Map.of("photos", List.of(Map.of("attachmentId", photo)))));
  }

  @Test
  void areTakenAwayAndGivenBack() {
    attaching.does(asTechnician(), "deactivateAttachment", photo);
    assertThat(listed(false)).isEmpty();
    assertThat(listed(true)).containsExactly(photo);
    attaching.assertUnchanged(
        photo, () -> attaching.does(asTechnician(), "deactivateAttachment", photo));
    attaching.does(asTechnician(), "restoreAttachment", photo);
    assertThat(listed(false)).containsExactly(photo);
    attaching.assertUnchanged(
        photo, () -> attaching.does(asTechnician(), "restoreAttachment", photo));
    assertThat(attaching.trail(photo))
        .containsExactly(
            "attachment.created CREATE",
            "attachment.deactivated DELETE",
            "attachment.restored UPDATE");
  }

  private List<String> listed(boolean includeInactive) {
    GraphQlTester.Response response =
        asTechnician()
            .document(
                """
                query($id: ID!, $all: Boolean) {
                  node(id: $id) {
                    ... on ProtocolItem { attachments(includeInactive: $all) { totalCount nodes { id } } }
                  }
                }
                """)
            .variable("id", item.id())
            .variable("all", includeInactive)
            .execute();
    List<String> ids = response.path("node.attachments.nodes[*].id").entityList(String.class).get();
    response.path("node.attachments.totalCount").entity(Integer.class).isEqualTo(ids.size());
    return ids;
  }

  @ParameterizedTest
  @ValueSource(strings = {"deactivateAttachment", "restoreAttachment"})
  void areTheExecutorsAlone(String mutation) {
    attaching.assertUnchanged(
        photo,
        () -> {
          assertFails(attaching.asking(api.anonymous(), mutation, photo), "UNAUTHENTICATED");
          assertRefused(
              attaching.asking(api.as(people.stranger().token()), mutation, photo),
              mutation,
              "UNKNOWN_REFERENCE");
          for (GraphQlTester other :
              List.of(
                  cast.as(GERENCIADORA, UserRole.ENGINEERING),
                  cast.as(MONTADORA, UserRole.CLIENT))) {
            assertFails(attaching.asking(other, mutation, photo), "FORBIDDEN");
          }
        });
  }

  @Test
  void stayWhileAValueShowsThem() {
    show();
    attaching.assertUnchanged(
        photo,
        () ->
            attaching
                .asking(asTechnician(), "deactivateAttachment", photo)
                .execute()
                .path("deactivateAttachment.errors")
                .matchesJson(
                    """
                    [{"__typename": "InTheWay", "code": "IN_THE_WAY", "blockers": [{"id": "%s"}]}]
                    """
                        .formatted(item.id())));
    String another = attaching.toItem(technician, item.id());
    attaching.does(asTechnician(), "deactivateAttachment", another);
  }

  @Test
  void stayOnceTheProtocolTakesNoValues() {
    show();
    String another = attaching.toItem(technician, item.id());
    State filled = play.look(asTechnician(), protocol.id());
    cast.submit(ProtocolType.C1, filled);
    attaching.assertUnchanged(
        another,
        () ->
            assertRefused(
                attaching.asking(asTechnician(), "deactivateAttachment", another),
                "deactivateAttachment",
                "TRANSITION_BLOCKED"));
  }

  @Test
  void thatAreTakenAwayAreShownByNoValue() {
    attaching.does(asTechnician(), "deactivateAttachment", photo);
    play.fill(
            asTechnician(),
            protocol,
            List.of(
                Map.of(
                    "id", item.id(),
                    "expectedVersion", item.version(),
                    "value",
                        Map.of(
                            "photoCapture",
                            Map.of("photos", List.of(Map.of("attachmentId", photo)))))))
        .execute()
        .path("fillItems.results[0].errors")
        .entityList(Object.class)
        .hasSize(1);
  }
}
