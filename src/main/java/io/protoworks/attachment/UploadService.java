package io.protoworks.attachment;

import io.protoworks.attachment.UploadInputs.CreateUploadInput;
import io.protoworks.identity.Quota;
import io.protoworks.identity.TierLimitService;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The uploads: how one is announced, who sees it, and how it is bound to what it is for. */
@Service
public class UploadService {
  static final String TYPE = "Upload";

  private final UploadMapper uploads;
  private final TierLimitService tierLimits;
  private final Changes changes;
  private final FileProperties properties;
  private final Clock clock;

  UploadService(
      UploadMapper uploads,
      TierLimitService tierLimits,
      Changes changes,
      FileProperties properties,
      Clock clock) {
    this.uploads = uploads;
    this.tierLimits = tierLimits;
    this.changes = changes;
    this.properties = properties;
    this.clock = clock;
  }

  /** The uploads of these ids, for whoever already sees what names them. */
  public List<Upload> listByIds(Collection<UUID> ids) {
    return uploads.listByIds(ids.toArray(UUID[]::new));
  }

  /** An upload is its owner's alone. */
  List<Upload> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return uploads.listOwnByIds(viewer.userId(), ids.toArray(UUID[]::new));
  }

  @Nullable Upload find(Viewer viewer, UUID id) {
    return listVisibleByIds(viewer, List.of(id)).stream().findFirst().orElse(null);
  }

  @Transactional
  Upload create(Viewer viewer, CreateUploadInput input) {
    refuseUnfit(viewer, input);
    uploads.lockUnbound(viewer.userId());
    if (uploads.countUnbound(viewer.userId()) >= properties.maximumUnbound()) {
      throw Failure.tooMany(
          "%d of your uploads failed lately or wait for their bytes or their use: use those, or try again later."
              .formatted(properties.maximumUnbound()));
    }
    OffsetDateTime expiresAt = OffsetDateTime.now(clock).plus(properties.uploadLifetime());
    Upload created = uploads.insert(input, viewer.userId(), expiresAt);
    changes.record(viewer, Change.created(TYPE, created.id(), null, created));
    return created;
  }

  private void refuseUnfit(Viewer viewer, CreateUploadInput input) {
    if (input.fileSize() < 0) {
      throw Refused.invalid("fileSize", "A file cannot have less than no bytes.");
    }
    long maximum =
        Math.min(
            tierLimits.limitOf(viewer, Quota.UPLOAD_BYTES), properties.maximumUpload().toBytes());
    if (input.fileSize() > maximum) {
      throw new Refused(UploadTooLarge.of(input.fileSize(), maximum));
    }
    if (input.purpose() == UploadPurpose.ATTACHMENT
        && !FileTypes.ATTACHABLE.contains(input.fileType())) {
      throw Refused.invalid(
          "fileType",
          "Files of this type cannot be attached; these can: %s."
              .formatted(FileTypes.ATTACHABLE.stream().sorted().toList()));
    }
  }

  /**
   * The viewer's upload, if its bytes are there and were checked.
   *
   * @throws Refused if not
   */
  public Upload requireStored(Viewer viewer, UUID id, UploadPurpose purpose) {
    return requireStored(find(viewer, id), purpose);
  }

  /** Keeps a stored upload for good, since it is now in use; there must be a transaction. */
  @Transactional
  public Upload bind(Viewer viewer, UUID id, UploadPurpose purpose) {
    Upload found = uploads.lockById(id);
    boolean own = found != null && found.createdBy().equals(viewer.userId());
    Upload before = requireStored(own ? found : null, purpose);
    if (before.status() == UploadStatus.BOUND) {
      return before;
    }
    Upload after = uploads.updateStatus(id, UploadStatus.BOUND);
    changes.record(viewer, Change.of(Change.Action.UPDATE, TYPE, "bound", id, null, before, after));
    return after;
  }

  private Upload requireStored(@Nullable Upload found, UploadPurpose purpose) {
    if (found == null) {
      throw Refused.unknown("uploadId", "upload");
    }
    if (found.purpose() != purpose) {
      throw Refused.invalid(
          "uploadId",
          "The upload was announced for another purpose: make one for %s.".formatted(purpose));
    }
    if (found.isExpired(clock.instant())) {
      throw Refused.invalid("uploadId", "The upload has expired: make a new one.");
    }
    if (!found.isStored()) {
      throw Refused.invalid(
          "uploadId",
          found.status() == UploadStatus.PENDING
              ? "The upload's bytes are not there yet: PUT them to its address first."
              : "The upload failed: make a new one.");
    }
    return found;
  }
}
