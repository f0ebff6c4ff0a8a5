package io.protoworks.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store does, a folder as well as a bucket. */
class FileStoreTests {
  private static final String KEY = "uploads/3f/0198";

  private static Bucket bucket;

  @TempDir Path folder;

  /** The kinds of stores. */
  enum Kind {
    LOCAL,
    S3
  }

  @BeforeAll
  static void startS3() {
    bucket = Bucket.start();
  }

  @AfterAll
  static void stopS3() throws Exception {
    bucket.stop();
  }

  private FileStore store(Kind kind) throws IOException {
    return kind == Kind.LOCAL ? new LocalFileStore(folder) : bucket.store(folder);
  }

  private static void keep(FileStore store, String key, String text) throws IOException {
    try (FileStore.Draft draft = store.draft()) {
      draft.output().write(text.getBytes(UTF_8));
      assertThat(draft.path()).hasContent(text);
      draft.keepAs(key);
    }
  }

  private static String read(FileStore store, String key) throws IOException {
    try (FileStore.LocalFile file = store.open(key)) {
      return Files.readString(file.path());
    }
  }

  private static List<String> keys(FileStore store, Instant before) throws IOException {
    List<String> keys = new ArrayList<>();
    store.visitKeysBefore(before, 2, keys::addAll);
    return keys;
  }

  private List<Path> drafts() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatIsKept(Kind kind) throws IOException {
    FileStore store = store(kind);
    keep(store, KEY, "first");
    assertThat(read(store, KEY)).isEqualTo("first");
    keep(store, KEY, "second");
    assertThat(read(store, KEY)).isEqualTo("second");
    assertThat(drafts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void forgetsWhatIsNotKept(Kind kind) throws IOException {
    FileStore store = store(kind);
    try (FileStore.Draft draft = store.draft()) {
      draft.output().write(1);
    }
    assertThat(drafts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void deletes(Kind kind) throws IOException {
    FileStore store = store(kind);
    keep(store, KEY, "gone");
    store.delete(KEY);
    store.delete(KEY);
    assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(NoSuchFileException.class);
    assertThat(drafts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void listsWhatIsOlder(Kind kind) throws IOException {
    FileStore store = store(kind);
    keep(store, "uploads/01/old", "old");
    assertThat(keys(store, Instant.now().plusSeconds(60))).contains("uploads/01/old");
    assertThat(keys(store, Instant.now().minusSeconds(60))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void deletesWhatDraftsLeftBehind(Kind kind) throws IOException {
    FileStore store = store(kind);
    Files.createFile(folder.resolve("drafts").resolve("left"));
    store.deleteDraftsBefore(Instant.now().minusSeconds(60));
    assertThat(drafts()).hasSize(1);
    store.deleteDraftsBefore(Instant.now().plusSeconds(60));
    assertThat(drafts()).isEmpty();
  }

  /** A bucket may be shared: what is not below our prefix is neither seen nor deleted. */
  @Test
  void leavesAloneWhatIsNotOurs() throws IOException {
    bucket.putForeign("backup/" + KEY);
    FileStore store = store(Kind.S3);
    assertThat(keys(store, Instant.now().plusSeconds(60))).noneMatch(key -> key.contains("backup"));
    store.delete("backup/" + KEY);
    assertThat(bucket.has("backup/" + KEY)).isTrue();
  }
}
