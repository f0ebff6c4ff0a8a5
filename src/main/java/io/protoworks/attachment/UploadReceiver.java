package io.protoworks.attachment;

import io.protoworks.identity.Viewers;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the bytes of an upload: to the disk as they come, never beyond what was announced, and
 * checked before they are kept. What fails leaves nothing on the disk.
 */
@Service
class UploadReceiver {
  private static final int BLOCK = 1 << 16;

  /**
   * Whose turn it is to write an upload to the disk of this node: the last to come, since one whose
   * connection broke may be waited for long after its sender has come again.
   */
  private final Map<UUID, Source> turns = new ConcurrentHashMap<>();

  private final UploadMapper uploads;
  private final Viewers viewers;
  private final FileStore store;
  private final ImageGuard images;
  private final Changes changes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  UploadReceiver(
      UploadMapper uploads,
      Viewers viewers,
      FileStore store,
      ImageGuard images,
      Changes changes,
      TransactionTemplate transaction,
      Clock clock) {
    this.uploads = uploads;
    this.viewers = viewers;
    this.store = store;
    this.images = images;
    this.changes = changes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Where the bytes come from, and how many their sender says they are (-1 when it does not). */
  record Source(InputStream bytes, long announcedLength) {}

  void receive(Viewer sender, UUID id, Source source) throws IOException {
    List<Upload> own = uploads.listOwnByIds(sender.userId(), new UUID[] {id});
    Upload upload = requirePending(own.isEmpty() ? null : own.getFirst());
    turns.put(id, source);
    UploadFailure refusal;
    try (FileStore.Draft draft = store.draft()) {
      refusal =
          source.announcedLength() > upload.fileSize()
              ? UploadFailure.tooLarge(upload.fileSize())
              : take(sender, upload, source, draft);
    } finally {
      turns.remove(id, source);
    }
    if (refusal != null) {
      fail(sender, id);
      throw refusal;
    }
  }

  private @Nullable UploadFailure take(
      Viewer sender, Upload upload, Source source, FileStore.Draft draft) throws IOException {
    ReceivedFile received = copy(upload, source, draft.output());
    if (viewers.renew(sender) == null) {
      throw UploadFailure.unknown();
    }
    UploadFailure refusal = judge(upload, received);
    if (refusal == null && upload.purpose() == UploadPurpose.ATTACHMENT) {
      refusal = images.judge(received.type(), draft.path());
    }
    if (refusal == null) {
      keep(sender, upload, received, draft);
    }
    return refusal;
  }

  private static @Nullable UploadFailure judge(Upload upload, ReceivedFile received) {
    if (received.size() > upload.fileSize()) {
      return UploadFailure.tooLarge(upload.fileSize());
    }
    if (received.size() < upload.fileSize()) {
      return UploadFailure.incomplete(upload.fileSize(), received.size());
    }
    if (upload.sha256() != null && !upload.sha256().equals(received.sha256())) {
      return UploadFailure.wrongHash(upload.sha256(), received.sha256());
    }
    boolean asAnnounced =
        upload.purpose() != UploadPurpose.ATTACHMENT || received.type().equals(upload.fileType());
    return asAnnounced ? null : UploadFailure.wrongType(upload.fileType(), received.type());
  }

  /** Ends at the first byte beyond what was announced. */
  private ReceivedFile copy(Upload upload, Source source, OutputStream output) throws IOException {
    MessageDigest digest = sha256();
    byte[] block = new byte[BLOCK];
    byte[] head = new byte[0];
    long size = 0;
    int count;
    while (size <= upload.fileSize() && (count = read(source.bytes(), block)) >= 0) {
      if (!source.equals(turns.get(upload.id()))) {
        throw UploadFailure.over("is being sent by somebody who came later");
      }
      if (head.length < FileTypes.HEAD_LENGTH) {
        head = append(head, block, count);
      }
      digest.update(block, 0, count);
      output.write(block, 0, (int) Math.min(count, upload.fileSize() - size));
      size += count;
    }
    return new ReceivedFile(
        size, HexFormat.of().formatHex(digest.digest()), FileTypes.recognise(head));
  }

  private static int read(InputStream bytes, byte[] block) {
    try {
      return bytes.read(block);
    } catch (IOException cut) {
      UploadFailure failure = UploadFailure.interrupted();
      failure.initCause(cut);
      throw failure;
    }
  }

  private static byte[] append(byte[] head, byte[] block, int count) {
    int added = Math.min(count, FileTypes.HEAD_LENGTH - head.length);
    byte[] longer = Arrays.copyOf(head, head.length + added);
    System.arraycopy(block, 0, longer, head.length, added);
    return longer;
  }

  /**
   * Under a key of its own before the transaction, which nobody then waits for: the row decides who
   * was first, and so whose bytes are the upload's. What a crash leaves is found by no row, and is
   * cleaned away.
   */
  private void keep(Viewer sender, Upload upload, ReceivedFile received, FileStore.Draft draft)
      throws IOException {
    String key = upload.storageKey() + "-" + UUID.randomUUID();
    draft.keepAs(key);
    boolean isOurs = false;
    try {
      record(sender, upload.id(), received, key);
      isOurs = true;
    } finally {
      if (!isOurs) {
        store.delete(key);
      }
    }
  }

  private void record(Viewer sender, UUID id, ReceivedFile received, String key) {
    transaction.executeWithoutResult(
        status -> {
          Upload before = requirePending(uploads.lockById(id));
          Upload after = uploads.updateStored(id, received, key);
          changes.record(
              sender,
              Change.of(
                  Change.Action.UPDATE, UploadService.TYPE, "stored", id, null, before, after));
        });
  }

  private void fail(Viewer sender, UUID id) {
    transaction.executeWithoutResult(
        status -> {
          Upload before = requirePending(uploads.lockById(id));
          Upload after = uploads.updateStatus(id, UploadStatus.FAILED);
          changes.record(
              sender,
              Change.of(
                  Change.Action.UPDATE, UploadService.TYPE, "failed", id, null, before, after));
        });
  }

  private Upload requirePending(@Nullable Upload found) {
    if (found == null) {
      throw UploadFailure.unknown();
    }
    if (found.status() != UploadStatus.PENDING) {
      throw UploadFailure.over(found.isStored() ? "has its bytes already" : "failed or expired");
    }
    if (!found.expiresAt().toInstant().isAfter(clock.instant())) {
      throw UploadFailure.over("has expired");
    }
    return found;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
