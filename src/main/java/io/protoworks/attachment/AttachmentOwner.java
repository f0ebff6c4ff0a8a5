package io.protoworks.attachment;

import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A module that has things which files are attached to: it says who sees them, and when they
 * change.
 */
public interface AttachmentOwner {
  /** What kind of thing, as {@code attachments.entity_type} has it. */
  String entityType();

  /** Those of these things that the viewer sees; one statement for all of them. */
  List<UUID> listVisible(Viewer viewer, Collection<UUID> entityIds);

  /**
   * Holds the thing still until the transaction ends, and refuses when this viewer can't take the
   * file away from it, or give it back, as it stands.
   *
   * @return the project that the thing is of; null when it is of none
   */
  @Nullable UUID holdFor(Viewer viewer, Attachment attachment);
}
