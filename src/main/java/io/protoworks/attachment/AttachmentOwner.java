package io.protoworks.attachment;

import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A module that has things which files are attached to: it says who sees them. */
public interface AttachmentOwner {
  /** What kind of thing, as {@code attachments.entity_type} has it. */
  String entityType();

  /** Those of these things that the viewer sees; one statement for all of them. */
  List<UUID> listVisible(Viewer viewer, Collection<UUID> entityIds);
}
