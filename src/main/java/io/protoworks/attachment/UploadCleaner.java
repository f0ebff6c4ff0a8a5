package io.protoworks.attachment;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Viewer;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes what was announced and never came, or came and was never used. */
@Service
class UploadCleaner {
  private static final int BATCH = 100;

  private final UploadMapper uploads;
  private final FileStore store;
  private final Changes changes;
  private final TransactionTemplate transaction;
  private final FileProperties properties;
  private final Clock clock;

  UploadCleaner(
      UploadMapper uploads,
      FileStore store,
      Changes changes,
      TransactionTemplate transaction,
      FileProperties properties,
      Clock clock) {
    this.uploads = uploads;
    this.store = store;
    this.changes = changes;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(
      fixedDelayString = "${protoworks.files.clean-every:PT10M}",
      initialDelayString = "PT1M")
  void clean() throws IOException {
    try {
      while (expireBatch() == BATCH) {
        // There may be more.
      }
    } finally {
      store.deleteDraftsBefore(clock.instant().minus(properties.uploadLifetime()));
    }
  }

  /**
   * The file goes first: should we end in between, the row is found again, and the file is not.
   *
   * @return how many expired; one whose file can't be deleted waits for the next time
   */
  private int expireBatch() {
    Viewer system = Viewer.system(Set.of());
    Integer expired =
        transaction.execute(
            status -> {
              List<Upload> deleted =
                  uploads.lockExpired(BATCH).stream()
                      .filter(upload -> FileCleaning.isDeleted(store, upload.storageKey()))
                      .toList();
              deleted.forEach(upload -> expire(system, upload));
              return deleted.size();
            });
    return expired == null ? 0 : expired;
  }

  private void expire(Viewer system, Upload upload) {
    Upload after = uploads.updateStatus(upload.id(), UploadStatus.EXPIRED);
    changes.record(
        system,
        Change.of(
            Change.Action.UPDATE, UploadService.TYPE, "expired", upload.id(), null, upload, after));
  }
}
