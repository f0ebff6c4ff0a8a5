package io.protoworks.attachment;

/** How far an upload has come. */
public enum UploadStatus {
  PENDING,
  STORED,
  BOUND,
  FAILED,
  EXPIRED
}
