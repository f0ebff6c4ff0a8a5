package io.protoworks.attachment;

import io.protoworks.attachment.FileProperties.S3;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A server of S3 in this process, with one empty bucket. */
final class Bucket {
  private static final String NAME = "files";

  private final S3Proxy server;
  private final S3 properties;
  private final S3Client client;

  private Bucket(S3Proxy server) {
    this.server = server;
    properties =
        new S3(
            NAME,
            "plant/",
            URI.create("http://127.0.0.1:" + server.getPort()),
            "us-east-1",
            "key",
            "secret",
            true);
    client = FileStores.client(properties);
    client.createBucket(request -> request.bucket(NAME));
  }

  static Bucket start() {
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(new TransientNio2BlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
            .build();
    try {
      server.start();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    return new Bucket(server);
  }

  /** How a server of ours is told of it. */
  S3 properties() {
    return properties;
  }

  FileStore store(Path folder) throws IOException {
    return new S3FileStore(client, FileStores.presigner(properties), properties, folder);
  }

  /** Puts something into the bucket that is none of ours. */
  void putForeign(String key) {
    client.putObject(request -> request.bucket(NAME).key(key), RequestBody.fromString("foreign"));
  }

  boolean has(String key) {
    return client.listObjectsV2(request -> request.bucket(NAME)).contents().stream()
        .anyMatch(object -> object.key().equals(key));
  }

  void stop() throws Exception {
    client.close();
    server.stop();
  }
}
