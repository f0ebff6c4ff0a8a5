package io.protoworks.attachment;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Keeps files in a folder of this machine, or of a file system that all nodes share. */
final class LocalFileStore implements FileStore {
  private final Path kept;
  private final DraftFolder drafts;

  LocalFileStore(Path folder) throws IOException {
    kept = folder.toAbsolutePath().resolve("kept");
    drafts = new DraftFolder(folder.toAbsolutePath().resolve("drafts"));
    Files.createDirectories(kept);
  }

  @Override
  public Draft draft() throws IOException {
    return drafts.begin(this::keep);
  }

  private void keep(Path file, String key) throws IOException {
    Path target = fileOf(key);
    Files.createDirectories(target.getParent());
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public LocalFile open(String key) throws IOException {
    Path file = fileOf(key);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(key);
    }
    return new LocalFile() {
      @Override
      public Path path() {
        return file;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void delete(String key) throws IOException {
    Files.deleteIfExists(fileOf(key));
  }

  @Override
  public void visitKeysBefore(Instant moment, int batch, Consumer<List<String>> visitor)
      throws IOException {
    try (Stream<Path> files = Files.walk(kept)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> Instant.ofEpochMilli(file.toFile().lastModified()).isBefore(moment))
          .map(file -> kept.relativize(file).toString().replace(File.separatorChar, '/'))
          .gather(Gatherers.windowFixed(batch))
          .forEach(visitor);
    }
  }

  @Override
  public void deleteDraftsBefore(Instant moment) throws IOException {
    drafts.deleteBefore(moment);
  }

  /** Keys are made by us; still none may lead out of the folder. */
  private Path fileOf(String key) {
    Path file = kept.resolve(key).normalize();
    if (!file.startsWith(kept) || file.equals(kept)) {
      throw new IllegalArgumentException("no key of a file: " + key);
    }
    return file;
  }
}
