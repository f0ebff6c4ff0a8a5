package io.protoworks.attachment;

import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import io.protoworks.platform.Viewer;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class AttachmentEdges implements GraphModule {
  private final AttachmentService attachments;
  private final DownloadLinks links;
  private final UserService users;

  AttachmentEdges(AttachmentService attachments, DownloadLinks links, UserService users) {
    this.attachments = attachments;
    this.links = links;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Attachment.class, "Attachment", Attachment::id, attachments::listVisibleByIds);
    graph.<Attachment, URI>value(
        "Attachment",
        "url",
        Attachment::id,
        (viewer, ids, none) -> addresses(viewer, ids, AttachmentFileController::pathTo));
    graph.<Attachment, URI>value(
        "Attachment",
        "thumbnailUrl",
        attachment -> attachment.isPhoto() ? attachment.id() : null,
        (viewer, ids, none) -> addresses(viewer, ids, AttachmentFileController::pathToThumbnail));
    graph.<Attachment, User>one(
        "Attachment",
        "uploadedBy",
        Attachment::uploadedBy,
        (viewer, ids) -> users.listByIds(ids),
        User::id);
  }

  private Map<UUID, URI> addresses(
      Viewer viewer, Collection<UUID> ids, Function<UUID, String> pathTo) {
    return ids.stream()
        .distinct()
        .collect(Collectors.toMap((UUID id) -> id, id -> links.to(pathTo.apply(id), viewer).url()));
  }
}
