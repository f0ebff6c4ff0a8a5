package io.protoworks.attachment;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.RecurringWork;
import io.protoworks.platform.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the bytes of what was taken away long ago, and files that no row names: a node that ends
 * between the store and the row leaves some. The row of what was taken away stays, with its hash.
 */
@Service
class AttachmentCleaner {
  private static final int BATCH = 100;
  private static final int KEYS = 1000;

  private final AttachmentMapper attachments;
  private final FileStore store;
  private final Changes changes;
  private final TransactionTemplate transaction;
  private final FileProperties properties;
  private final Clock clock;

  AttachmentCleaner(
      AttachmentMapper attachments,
      FileStore store,
      Changes changes,
      TransactionTemplate transaction,
      FileProperties properties,
      Clock clock) {
    this.attachments = attachments;
    this.store = store;
    this.changes = changes;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  @Bean
  RecurringWork attachmentsPurged() {
    return new RecurringWork("attachment-purge", Duration.ofHours(1), this::purge);
  }

  @Bean
  RecurringWork orphansDeleted() {
    return new RecurringWork("attachment-orphans", Duration.ofDays(1), this::deleteOrphans);
  }

  void purge() {
    while (purgeBatch() == BATCH) {
      // There may be more.
    }
  }

  /** Looks at the whole store, therefore seldom. What is young may be on its way to its row. */
  void deleteOrphans() {
    try {
      store.visitKeysBefore(
          clock.instant().minus(properties.uploadLifetime()), KEYS, this::deleteUnnamed);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The files go first: should we end in between, the row is found again, and they are not.
   *
   * @return how many were purged
   */
  private int purgeBatch() {
    Viewer system = Viewer.system(Set.of());
    OffsetDateTime moment = OffsetDateTime.now(clock).minus(properties.inactiveLifetime());
    Integer purged =
        transaction.execute(
            status -> {
              List<Attachment> deleted =
                  attachments.lockInactiveBefore(moment, BATCH).stream()
                      .filter(this::isDeleted)
                      .toList();
              deleted.forEach(attachment -> purge(system, attachment));
              return deleted.size();
            });
    return purged == null ? 0 : purged;
  }

  private boolean isDeleted(Attachment attachment) {
    return FileCleaning.isDeleted(store, attachment.filePath())
        && FileCleaning.isDeleted(store, Thumbnails.keyOf(attachment.filePath()));
  }

  private void purge(Viewer system, Attachment before) {
    Attachment after = attachments.updatePurged(before.id());
    changes.record(
        system,
        Change.of(
            Change.Action.UPDATE,
            AttachmentService.TYPE,
            "purged",
            before.id(),
            before.projectId(),
            before,
            after));
  }

  private void deleteUnnamed(List<String> keys) {
    String[] originals =
        keys.stream().map(Thumbnails::originalOf).distinct().toArray(String[]::new);
    Set<String> named = new HashSet<>(attachments.listNamed(originals));
    keys.stream()
        .filter(key -> !named.contains(Thumbnails.originalOf(key)))
        .forEach(key -> FileCleaning.isDeleted(store, key));
  }
}
