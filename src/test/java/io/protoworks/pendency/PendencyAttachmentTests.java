package io.protoworks.pendency;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.pendency.Pendencies.clearing;
import static io.protoworks.pendency.Pendencies.on;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;

import io.protoworks.attachment.Attaching;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.pendency.Pendencies.Scene;
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

/** The files of pendencies, taken away and given back. */
@ServerTest
class PendencyAttachmentTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Pendencies pendencies;
  @Autowired Attaching attaching;

  private Scene scene;
  private Raised raised;
  private String photo;

  @BeforeEach
  void attach() {
    scene = pendencies.scene();
    Map<String, Object> input = scene.atItem("PC");
    input.put("evidenceRequired", true);
    raised = pendencies.does(scene.raiser(), "raisePendency", input);
    photo = attaching.toPendency(scene.cast().person(MONTADORA, UserRole.TECHNICIAN), raised.id());
  }

  @Test
  void areNoEvidenceWhileTakenAway() {
    attaching.does(scene.clearer(), "deactivateAttachment", photo);
    assertRefused(
        pendencies.asking(scene.clearer(), "clearPendency", clearing(raised)),
        "clearPendency",
        "PENDENCY_BLOCKED");
    attaching.does(scene.raiser(), "restoreAttachment", photo);
    pendencies.clear(scene, raised);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deactivateAttachment", "restoreAttachment"})
  void areForThoseWhoAttachThem(String mutation) {
    attaching.assertUnchanged(
        photo,
        () -> {
          assertFails(attaching.asking(api.anonymous(), mutation, photo), "UNAUTHENTICATED");
          assertRefused(
              attaching.asking(api.as(people.stranger().token()), mutation, photo),
              mutation,
              "UNKNOWN_REFERENCE");
          for (GraphQlTester other :
              List.of(scene.as(CLIENTE, UserRole.CLIENT), scene.as(MONTADORA, UserRole.CLIENT))) {
            assertFails(attaching.asking(other, mutation, photo), "FORBIDDEN");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"deactivateAttachment", "restoreAttachment"})
  void stayFromTheClearingOn(String mutation) {
    Raised cleared = pendencies.clear(scene, raised);
    assertStays(mutation);
    pendencies.does(scene.verifier(), "verifyPendency", on(cleared, Map.of()));
    assertStays(mutation);
  }

  private void assertStays(String mutation) {
    attaching.assertUnchanged(
        photo,
        () ->
            assertRefused(
                attaching.asking(scene.clearer(), mutation, photo), mutation, "PENDENCY_BLOCKED"));
  }
}
