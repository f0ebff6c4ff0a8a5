package io.protoworks.attachment;

import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.platform.Changes;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of bytes that nobody needs any more. */
@ServerTest
class AttachmentCleanerTests {
  @Autowired Api api;
  @Autowired Pendencies pendencies;
  @Autowired Attaching attaching;
  @Autowired AttachmentMapper attachments;
  @Autowired FileStore store;
  @Autowired Changes changes;
  @Autowired TransactionTemplate transaction;
  @Autowired FileProperties properties;
  @Autowired JdbcClient database;

  private People.SignedIn clearer;
  private String photo;
  private String key;

  @BeforeEach
  void attach() {
    Scene scene = pendencies.scene();
    clearer = scene.cast().person(CompanyType.MONTADORA, UserRole.TECHNICIAN);
    photo = attaching.toPendency(clearer, pendencies.raise(scene, "PC").id());
    key =
        database
            .sql("select file_path from attachment.attachments where id = ?")
            .param(TypeId.parse(photo).uuid())
            .query(String.class)
            .single();
  }

  private Path kept(String key) {
    return properties.folder().resolve("kept").resolve(key);
  }

  private AttachmentCleaner cleanerIn(Duration time) {
    return new AttachmentCleaner(
        attachments,
        store,
        changes,
        transaction,
        properties,
        Clock.offset(Clock.systemUTC(), time));
  }

  private int get(String field) throws IOException, InterruptedException {
    String url =
        api.as(clearer.token())
            .document(
                "query($id: ID!) { node(id: $id) { ... on Attachment { %s } } }".formatted(field))
            .variable("id", photo)
            .execute()
            .path("node." + field)
            .entity(String.class)
            .get();
    return api.http()
        .send(HttpRequest.newBuilder(api.uri(url)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void aFileThatCannotBeDeletedHoldsUpNoOther() throws Exception {
    String otherKey = key;
    Path other = kept(otherKey);
    attaching.does(api.as(clearer.token()), "deactivateAttachment", photo);
    attach();
    Path stuck = kept(key);
    attaching.does(api.as(clearer.token()), "deactivateAttachment", photo);
    Files.delete(stuck);
    Path inside = Files.createFile(Files.createDirectory(stuck).resolve("inside"));
    AttachmentCleaner cleaner = cleanerIn(properties.inactiveLifetime().plusHours(1));
    cleaner.purge();
    assertThat(other).doesNotExist();
    assertThat(isPurged(otherKey)).isTrue();
    assertThat(isPurged(key)).isFalse();
    Files.delete(inside);
    cleaner.purge();
    assertThat(stuck).doesNotExist();
    assertThat(isPurged(key)).isTrue();
  }

  /** The chains that tell of the photo. */
  private List<@Nullable String> scopesOfTrail() {
    return database
        .sql("select scope_type from audit.audit_logs where entity_id = ?")
        .param(TypeId.parse(photo).uuid())
        .query(String.class)
        .list();
  }

  private boolean isPurged(String path) {
    return database
        .sql("select purged_at is not null from attachment.attachments where file_path = ?")
        .param(path)
        .query(Boolean.class)
        .single();
  }

  @Test
  void whatWasTakenAwayLosesItsBytesInTime() throws Exception {
    assertThat(get("thumbnailUrl")).isEqualTo(200);
    Path file = kept(key);
    Path thumbnail = kept(Thumbnails.keyOf(key));
    assertThat(thumbnail).exists();
    attaching.does(api.as(clearer.token()), "deactivateAttachment", photo);
    cleanerIn(properties.inactiveLifetime().minusHours(1)).purge();
    assertThat(file).exists();
    assertThat(get("url")).isEqualTo(200);
    cleanerIn(properties.inactiveLifetime().plusHours(1)).purge();
    assertThat(file).doesNotExist();
    assertThat(thumbnail).doesNotExist();
    assertThat(get("url")).isEqualTo(404);
    assertThat(get("thumbnailUrl")).isEqualTo(404);
    attaching.assertUnchanged(
        photo,
        () ->
            assertRefused(
                attaching.asking(api.as(clearer.token()), "restoreAttachment", photo),
                "restoreAttachment",
                "INVALID_INPUT"));
    assertThat(attaching.trail(photo)).last().isEqualTo("attachment.purged UPDATE");
    assertThat(scopesOfTrail()).containsOnly("project");
  }

  @Test
  void whatIsThereKeepsItsBytes() throws Exception {
    cleanerIn(properties.inactiveLifetime().plusHours(1)).purge();
    cleanerIn(properties.uploadLifetime().plusHours(1)).deleteOrphans();
    assertThat(get("url")).isEqualTo(200);
  }

  @Test
  void filesThatNoRowNamesAreDeleted() throws Exception {
    String orphan = "uploads/00/" + UUID.randomUUID();
    keep(orphan);
    keep(Thumbnails.keyOf(orphan));
    cleanerIn(properties.uploadLifetime().minusHours(1)).deleteOrphans();
    assertThat(kept(orphan)).exists();
    cleanerIn(properties.uploadLifetime().plusHours(1)).deleteOrphans();
    assertThat(kept(orphan)).doesNotExist();
    assertThat(kept(Thumbnails.keyOf(orphan))).doesNotExist();
  }

  private void keep(String name) throws IOException {
    try (FileStore.Draft draft = store.draft()) {
      Files.writeString(draft.path(), "left behind", StandardCharsets.UTF_8);
      draft.keepAs(name);
    }
  }
}
