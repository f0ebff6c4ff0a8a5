package io.protoworks.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Keeps files in a bucket of S3, or of what speaks like it. They pass through this machine on their
 * way: what comes in is checked before the bucket has it.
 */
final class S3FileStore implements FileStore {
  private final S3Client client;
  private final String bucket;
  private final DraftFolder drafts;

  /**
   * A store.
   *
   * @param folder of this machine, for files on their way
   */
  S3FileStore(S3Client client, String bucket, Path folder) throws IOException {
    this.client = client;
    this.bucket = bucket;
    this.drafts = new DraftFolder(folder.toAbsolutePath().resolve("drafts"));
  }

  @Override
  public Draft draft() throws IOException {
    return drafts.begin(this::keep);
  }

  private void keep(Path file, String key) throws IOException {
    try {
      client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
    } catch (SdkException failure) {
      throw new IOException("the bucket did not take " + key, failure);
    }
  }

  @Override
  public LocalFile open(String key) throws IOException {
    Path file = drafts.newFile();
    try (InputStream bytes = client.getObject(request -> request.bucket(bucket).key(key))) {
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      return new Copy(file);
    } catch (IOException | SdkException failure) {
      Files.deleteIfExists(file);
      throw failure instanceof NoSuchKeyException
          ? new NoSuchFileException(key)
          : new IOException("the bucket did not give " + key, failure);
    }
  }

  /** Deleted when it was read. */
  private record Copy(Path path) implements LocalFile {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void delete(String key) throws IOException {
    try {
      client.deleteObject(request -> request.bucket(bucket).key(key));
    } catch (SdkException failure) {
      throw new IOException("the bucket did not delete " + key, failure);
    }
  }

  @Override
  public void visitKeysBefore(Instant moment, int batch, Consumer<List<String>> visitor) {
    client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
        .filter(object -> object.lastModified().isBefore(moment))
        .map(S3Object::key)
        .gather(Gatherers.windowFixed(batch))
        .forEach(visitor);
  }

  @Override
  public void deleteDraftsBefore(Instant moment) throws IOException {
    drafts.deleteBefore(moment);
  }
}
