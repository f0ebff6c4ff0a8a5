package io.protoworks.attachment;

/** What a file is for. */
public enum UploadPurpose {
  ATTACHMENT,
  IMPORT
}
