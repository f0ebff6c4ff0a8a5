package io.protoworks.attachment;

import io.protoworks.attachment.UploadInputs.CompleteUploadInput;
import io.protoworks.platform.Places;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Judges the bytes that a client sent into the bucket itself, and keeps them. What came through
 * this server was judged on its way, so that there is nothing left to do.
 */
@Service
class UploadCompletion {
  private final UploadService uploads;
  private final UploadReceiver receiver;
  private final FileStore store;
  private final Places places;

  UploadCompletion(
      UploadService uploads, UploadReceiver receiver, FileStore store, FileProperties properties) {
    this.uploads = uploads;
    this.receiver = receiver;
    this.store = store;
    places =
        new Places(
            properties.openCompletions(),
            "Too many uploads are being checked right now: try again in a moment.");
  }

  Upload complete(Viewer viewer, CompleteUploadInput input) {
    UUID id = input.id().uuid();
    Upload upload = uploads.find(viewer, id);
    if (upload == null) {
      throw Refused.unknown("id", "upload");
    }
    if (!upload.isStored()) {
      take(viewer, upload);
    }
    return Objects.requireNonNull(uploads.find(viewer, id));
  }

  private void take(Viewer viewer, Upload upload) {
    try {
      Long size = store.sentSize(upload.storageKey());
      if (size == null && upload.status() == UploadStatus.PENDING) {
        throw Refused.invalid(
            "id", "The upload's bytes are not there yet: PUT them to its address first.");
      }
      receive(viewer, upload, size == null ? 0 : size);
      store.deleteSent(upload.storageKey());
    } catch (UploadFailure refusal) {
      throw new Refused(
          new UploadRefused(
              String.valueOf(refusal.getMessage()),
              AttachmentErrorCode.UPLOAD_REFUSED,
              List.of("input", "id"),
              refusal.code()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What is too large is not even fetched. */
  private void receive(Viewer viewer, Upload upload, long size) throws IOException {
    if (upload.status() != UploadStatus.PENDING || size > upload.fileSize()) {
      receiver.receive(
          viewer, upload.id(), new UploadReceiver.Source(InputStream.nullInputStream(), size));
      return;
    }
    try (Places.Place _ = places.take();
        FileStore.LocalFile sent = store.openSent(upload.storageKey());
        InputStream bytes = Files.newInputStream(sent.path())) {
      receiver.receive(viewer, upload.id(), new UploadReceiver.Source(bytes, size));
    }
  }
}
