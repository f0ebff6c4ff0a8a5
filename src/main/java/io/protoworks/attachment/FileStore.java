package io.protoworks.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the bytes of files are, by keys such as {@code uploads/3f/…}. */
public interface FileStore {

  /** Begins to take bytes in; what is not kept is gone when the draft is closed. */
  Draft draft() throws IOException;

  /** A file on this machine with the bytes of a key. */
  LocalFile open(String key) throws IOException;

  /**
   * An address to which a client can PUT so many bytes itself, which wait there unjudged; null
   * where they come through this server.
   */
  default @Nullable URI addressToSend(String key, long size, Duration lifetime) {
    return null;
  }

  /** How many bytes a client has sent itself; null when none came. */
  default @Nullable Long sentSize(String key) throws IOException {
    return null;
  }

  /** A file on this machine with the bytes that a client has sent itself. */
  default LocalFile openSent(String key) throws IOException {
    throw new NoSuchFileException(key);
  }

  /** Deletes what a client has sent itself. */
  default void deleteSent(String key) throws IOException {}

  /** Deletes what is under the key, if there is anything. */
  void delete(String key) throws IOException;

  /** Shows the keys of all files that are older, in no order, so many at a time. */
  void visitKeysBefore(Instant moment, int batch, Consumer<List<String>> visitor)
      throws IOException;

  /** Deletes what drafts left behind whose node ended before it could. */
  void deleteDraftsBefore(Instant moment) throws IOException;

  /** Bytes that are coming in. */
  interface Draft extends AutoCloseable {
    OutputStream output();

    /** How many bytes came in so far. */
    long size() throws IOException;

    /** Gives the bytes out again that came in so far. */
    void copyTo(OutputStream target) throws IOException;

    /** A file on this machine with the bytes that came so far. */
    Path path();

    /** Makes the bytes durable and puts them under the key. */
    void keepAs(String key) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** A file to read for as long as it is open. */
  interface LocalFile extends AutoCloseable {
    Path path();

    @Override
    void close() throws IOException;
  }
}
