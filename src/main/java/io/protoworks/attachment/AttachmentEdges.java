package io.protoworks.attachment;

import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import java.net.URI;
import java.util.UUID;
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
        (viewer, ids, none) ->
            ids.stream()
                .distinct()
                .collect(
                    Collectors.toMap(
                        (UUID id) -> id,
                        id -> links.to(AttachmentFileController.pathTo(id), viewer).url())));
    graph.<Attachment, User>one(
        "Attachment",
        "uploadedBy",
        Attachment::uploadedBy,
        (viewer, ids) -> users.listByIds(ids),
        User::id);
  }
}
