package io.protoworks.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A folder of this machine where bytes are while they come in. */
final class DraftFolder {
  private final Path folder;

  DraftFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
  }

  /** Puts a file with all bytes under its key; it may be gone from the folder then. */
  interface Keeper {
    void keep(Path file, String key) throws IOException;
  }

  FileStore.Draft begin(Keeper keeper) throws IOException {
    Path file = newFile();
    try {
      return new Draft(file, FileChannel.open(file, StandardOpenOption.WRITE), keeper);
    } catch (IOException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
  }

  Path newFile() throws IOException {
    return Files.createTempFile(folder, "draft", null);
  }

  void deleteBefore(Instant moment) throws IOException {
    for (Path draft : list()) {
      // A draft that ended meanwhile has the time 0 and is not there to be deleted.
      if (Instant.ofEpochMilli(draft.toFile().lastModified()).isBefore(moment)) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static final class Draft implements FileStore.Draft {
    private final Path file;
    private final FileChannel channel;
    private final OutputStream output;
    private final Keeper keeper;

    Draft(Path file, FileChannel channel, Keeper keeper) {
      this.file = file;
      this.channel = channel;
      this.output = Channels.newOutputStream(channel);
      this.keeper = keeper;
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
      keeper.keep(file, key);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(file);
    }
  }
}
