package io.protoworks.template;

import io.protoworks.platform.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions.
 *
 * @param fields what the versions themselves say differently
 * @param added items that only the second has, in its order
 * @param removed items that only the first has, in its order
 * @param changed items of both that say something else or have moved, in the order of the second
 */
record TemplateDifference(
    ProtocolTemplate from,
    ProtocolTemplate to,
    List<FieldDifference> fields,
    List<ProtocolTemplateItem> added,
    List<ProtocolTemplateItem> removed,
    List<ItemDifference> changed) {

  /**
   * An item that both have, known by its code.
   *
   * @param moved whether it stands before or behind others than it did
   */
  record ItemDifference(
      ProtocolTemplateItem before,
      ProtocolTemplateItem after,
      boolean moved,
      List<FieldDifference> fields) {}

  /**
   * A value that differs.
   *
   * @param path which one, as {@code config.points[50%].min}
   * @param before null where there was none
   * @param after null where there is none
   */
  record FieldDifference(String path, @Nullable Json before, @Nullable Json after) {}
}
