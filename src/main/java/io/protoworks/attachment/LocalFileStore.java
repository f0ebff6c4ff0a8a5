package io.protoworks.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps files in a folder of this machine, or of a file system that all nodes share. */
@Component
class LocalFileStore implements FileStore {
  private final Path kept;
  private final Path drafts;

  LocalFileStore(FileProperties properties) throws IOException {
    kept = properties.folder().toAbsolutePath().resolve("kept");
    drafts = properties.folder().toAbsolutePath().resolve("drafts");
    Files.createDirectories(kept);
    Files.createDirectories(drafts);
  }

  @Override
  public Draft draft() throws IOException {
    Path file = Files.createTempFile(drafts, "draft", null);
    try {
      return new LocalDraft(file, FileChannel.open(file, StandardOpenOption.WRITE));
    } catch (IOException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
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
  public void deleteDraftsBefore(Instant moment) throws IOException {
    for (Path draft : listDrafts()) {
      // A draft that ended meanwhile has the time 0 and is not there to be deleted.
      if (Instant.ofEpochMilli(draft.toFile().lastModified()).isBefore(moment)) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private List<Path> listDrafts() throws IOException {
    try (Stream<Path> files = Files.list(drafts)) {
      return files.toList();
    }
  }

  /** Keys are made by us; still none may lead out of the folder. */
  private Path fileOf(String key) {
    Path file = kept.resolve(key).normalize();
    if (!file.startsWith(kept) || file.equals(kept)) {
      throw new IllegalArgumentException("no key of a file: " + key);
    }
    return file;
  }

  private final class LocalDraft implements Draft {
    private final Path file;
    private final FileChannel channel;
    private final OutputStream output;

    LocalDraft(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
      this.output = Channels.newOutputStream(channel);
    }

    @Override
    public OutputStream output() {
      return output;
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void copyTo(OutputStream target) throws IOException {
      Files.copy(file, target);
    }

    @Override
    public Path path() {
      return file;
    }

    @Override
    public void keepAs(String key) throws IOException {
      channel.force(true);
      channel.close();
      Path target = fileOf(key);
      Files.createDirectories(target.getParent());
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(file);
    }
  }
}
