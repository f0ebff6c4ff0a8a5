package io.protoworks.attachment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files.
 *
 * @param folder where the local store keeps them; with S3 only what is on its way
 * @param s3 the bucket to keep them in instead; the folder keeps them when it is left out
 * @param maximumUpload the largest upload, whatever a user's tier allows
 * @param maximumUnbound how many uploads of one user may wait for their bytes or their use, or have
 *     failed, within {@code uploadLifetime}
 * @param openCompletions how many files a node fetches from the bucket at once, to check them
 * @param maximumPixels the most pixels of a JPEG or PNG that can be attached
 * @param uploadLifetime how long an upload waits for its bytes and its use
 * @param inactiveLifetime how long the bytes of what was taken away are kept
 * @param linkLifetime how long the address of a download is valid
 * @param linkSecret signs addresses; 32 bytes or more, the same on every node. Without one a node
 *     makes its own at start, and addresses end with it
 */
@ConfigurationProperties("protoworks.files")
record FileProperties(
    @DefaultValue(".protoworks/files") Path folder,
    @Nullable S3 s3,
    @DefaultValue("256MB") DataSize maximumUpload,
    @DefaultValue("50") int maximumUnbound,
    @DefaultValue("4") int openCompletions,
    @DefaultValue("50000000") long maximumPixels,
    @DefaultValue("24h") Duration uploadLifetime,
    @DefaultValue("90d") Duration inactiveLifetime,
    @DefaultValue("5m") Duration linkLifetime,
    @Nullable String linkSecret) {

  /**
   * A bucket of S3, or of what speaks like it.
   *
   * @param prefix what our keys begin with: nothing else in the bucket is ours to see or delete
   * @param endpoint the server's address; Amazon's own when it is left out
   * @param accessKey with the secret key, who we are; what the environment says when left out
   * @param pathStyle whether addresses name the bucket in their path
   */
  record S3(
      String bucket,
      @DefaultValue("protoworks/") String prefix,
      @Nullable URI endpoint,
      @DefaultValue("us-east-1") String region,
      @Nullable String accessKey,
      @Nullable String secretKey,
      @DefaultValue("false") boolean pathStyle) {}
}
