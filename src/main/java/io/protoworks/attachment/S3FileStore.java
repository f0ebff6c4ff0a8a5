package io.protoworks.attachment;

import io.protoworks.attachment.FileProperties.S3;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Keeps files in a bucket of S3, or of what speaks like it. Clients send theirs into a part of it
 * that nothing else reads; from there, as from this server, they pass through this machine to be
 * checked before they are kept.
 */
final class S3FileStore implements FileStore {
  /** What begins so is unjudged. */
  private static final String SENT = "sent/";

  private final S3Client client;
  private final S3Presigner presigner;
  private final String bucket;
  private final String prefix;
  private final DraftFolder drafts;

  /**
   * A store.
   *
   * @param folder of this machine, for files on their way
   */
  S3FileStore(S3Client client, S3Presigner presigner, S3 place, Path folder) throws IOException {
    this.client = client;
    this.presigner = presigner;
    this.bucket = place.bucket();
    this.prefix = place.prefix();
    this.drafts = new DraftFolder(folder.toAbsolutePath().resolve("drafts"));
  }

  @Override
  public Draft draft() throws IOException {
    return drafts.begin(this::keep);
  }

  private void keep(Path file, String key) throws IOException {
    try {
      client.putObject(
          request -> request.bucket(bucket).key(prefix + key), RequestBody.fromFile(file));
    } catch (SdkException failure) {
      throw new IOException("the bucket did not take " + key, failure);
    }
  }

  /** The size is signed: the bucket takes no more and no less. */
  @Override
  public URI addressToSend(String key, long size, Duration lifetime) {
    return URI.create(
        presigner
            .presignPutObject(
                request ->
                    request
                        .signatureDuration(lifetime)
                        .putObjectRequest(
                            put -> put.bucket(bucket).key(prefix + SENT + key).contentLength(size)))
            .url()
            .toString());
  }

  @Override
  public @Nullable Long sentSize(String key) throws IOException {
    try {
      return client
          .headObject(request -> request.bucket(bucket).key(prefix + SENT + key))
          .contentLength();
    } catch (NoSuchKeyException none) {
      return null;
    } catch (SdkException failure) {
      throw new IOException("the bucket did not tell of " + SENT + key, failure);
    }
  }

  @Override
  public LocalFile openSent(String key) throws IOException {
    return open(SENT + key);
  }

  @Override
  public void deleteSent(String key) throws IOException {
    delete(SENT + key);
  }

  @Override
  public LocalFile open(String key) throws IOException {
    Path file = drafts.newFile();
    try (InputStream bytes =
        client.getObject(request -> request.bucket(bucket).key(prefix + key))) {
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
      client.deleteObject(request -> request.bucket(bucket).key(prefix + key));
    } catch (SdkException failure) {
      throw new IOException("the bucket did not delete " + key, failure);
    }
  }

  @Override
  public void visitKeysBefore(Instant moment, int batch, Consumer<List<String>> visitor) {
    client
        .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
        .contents()
        .stream()
        .filter(object -> object.lastModified().isBefore(moment))
        .map(object -> object.key().substring(prefix.length()))
        .gather(Gatherers.windowFixed(batch))
        .forEach(visitor);
  }

  @Override
  public void deleteDraftsBefore(Instant moment) throws IOException {
    drafts.deleteBefore(moment);
  }
}
