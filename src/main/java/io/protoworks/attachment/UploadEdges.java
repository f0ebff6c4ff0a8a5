package io.protoworks.attachment;

import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class UploadEdges implements GraphModule {
  private final UploadService uploads;
  private final UserService users;
  private final UploadLinks links;

  UploadEdges(UploadService uploads, UserService users, UploadLinks links) {
    this.uploads = uploads;
    this.users = users;
    this.links = links;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Upload.class, "Upload", Upload::id, uploads::listVisibleByIds);
    graph.<Upload, URI>value(
        "Upload",
        "uploadUrl",
        upload -> upload.status() == UploadStatus.PENDING ? upload.id() : null,
        (viewer, ids, none) ->
            uploads.listByIds(ids).stream()
                .collect(Collectors.toMap(Upload::id, upload -> links.to(upload, viewer))));
    graph.<Upload, User>one(
        "Upload", "createdBy", Upload::createdBy, (viewer, ids) -> users.listByIds(ids), User::id);
  }
}
