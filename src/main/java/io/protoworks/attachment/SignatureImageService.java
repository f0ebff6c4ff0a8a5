package io.protoworks.attachment;

import io.protoworks.identity.UserService;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The image that people sign with. Only they themselves look it up and set it. */
@Service
class SignatureImageService implements AttachmentOwner {
  private static final String ENTITY = "user_signature";
  private static final long MAXIMUM_BYTES = 1024 * 1024;
  private static final Set<String> TYPES = Set.of("image/png", "image/jpeg");

  private final AttachmentService attachments;
  private final UploadService uploads;
  private final UserService users;

  SignatureImageService(AttachmentService attachments, UploadService uploads, UserService users) {
    this.attachments = attachments;
    this.uploads = uploads;
    this.users = users;
  }

  @Override
  public String entityType() {
    return ENTITY;
  }

  @Override
  public List<UUID> listVisible(Viewer viewer, Collection<UUID> userIds) {
    return userIds.stream().filter(viewer.userId()::equals).toList();
  }

  @Override
  public @Nullable UUID holdFor(Viewer viewer, Attachment attachment) {
    throw Refused.invalid(
        "id", "The image of a signature stays, since it was signed with; set another one instead.");
  }

  /** What was signed before keeps the image that it was signed with. */
  @Transactional
  Attachment set(Viewer viewer, UUID uploadId) {
    Upload upload = uploads.requireStored(viewer, uploadId, UploadPurpose.ATTACHMENT);
    if (!TYPES.contains(upload.storedType())) {
      throw Refused.invalid("uploadId", "A signature is a PNG or JPEG image.");
    }
    if (upload.storedSize() == null || upload.storedSize() > MAXIMUM_BYTES) {
      throw Refused.invalid("uploadId", "The image of a signature has at most 1 MB.");
    }
    Attachment image = attachments.attach(viewer, ENTITY, viewer.userId(), null, uploadId);
    users.changeSignatureImage(viewer, image.filePath());
    return image;
  }
}
