package io.protoworks.attachment;

/**
 * What came.
 *
 * @param size bytes
 * @param sha256 of the bytes, in lower-case hex
 * @param type as the bytes show it
 */
record ReceivedFile(long size, String sha256, String type) {}
