package io.protoworks.attachment;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Graph;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The field {@code attachments} of what files are attached to. The module that owns the type
 * declares the field, and says in its section of the schema {@code attachments(includeInactive:
 * Boolean, first: Int, after: String, last: Int, before: String): AttachmentConnection!}.
 */
@Component
public class Attachments {
  private static final String ORDER = "NEWEST";

  private final AttachmentService attachments;

  Attachments(AttachmentService attachments) {
    this.attachments = attachments;
  }

  /** The attachments of one thing, page by page. */
  record AttachmentArguments(
      @Nullable Boolean includeInactive,
      @Nullable Integer first,
      @Nullable String after,
      @Nullable Integer last,
      @Nullable String before)
      implements PageArguments {

    boolean withInactive() {
      return Boolean.TRUE.equals(includeInactive);
    }

    Page page() {
      return Page.of(this, ORDER, true);
    }
  }

  /**
   * Declares the field.
   *
   * @param type the type's name
   * @param entityType what kind of thing it is, as {@link AttachmentOwner#entityType} says
   */
  public <P> void declare(
      Graph graph, String type, String entityType, Function<P, @Nullable UUID> id) {
    graph.<P, AttachmentArguments, Attachment>connection(
        type,
        "attachments",
        id,
        AttachmentArguments.class,
        new Graph.Paging<>(
            AttachmentArguments::page,
            arguments ->
                new Connection.Place<>(attachment -> attachment.id().toString(), Attachment::id)),
        (viewer, ids, arguments, page) ->
            attachments.listByEntities(entityType, ids, arguments.withInactive(), page),
        Attachment::entityId,
        (viewer, ids, arguments) ->
            attachments.countByEntities(entityType, ids, arguments.withInactive()));
  }
}
