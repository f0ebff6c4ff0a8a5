package io.protoworks.attachment;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files.
 *
 * @param folder where the local store keeps them
 * @param maximumUpload the largest upload, whatever a user's tier allows
 * @param maximumUnbound how many uploads of one user may wait for their bytes or their use
 * @param maximumPixels the most pixels of a JPEG or PNG that can be attached
 * @param uploadLifetime how long an upload waits for its bytes and its use
 * @param linkLifetime how long the address of a download is valid
 * @param linkSecret signs addresses; 32 bytes or more, the same on every node. Without one a node
 *     makes its own at start, and addresses end with it
 */
@ConfigurationProperties("protoworks.files")
record FileProperties(
    @DefaultValue(".protoworks/files") Path folder,
    @DefaultValue("256MB") DataSize maximumUpload,
    @DefaultValue("50") int maximumUnbound,
    @DefaultValue("50000000") long maximumPixels,
    @DefaultValue("24h") Duration uploadLifetime,
    @DefaultValue("5m") Duration linkLifetime,
    @Nullable String linkSecret) {}
