package io.protoworks.template;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Items as a statement takes them: an array per column.
 *
 * @param ids which rows they become; of no meaning for new ones
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record ProtocolTemplateItemColumns(
    @Nullable UUID[] ids,
    String[] codes,
    String[] descriptions,
    @Nullable String[] helpTexts,
    Integer[] orders,
    String[] itemTypes,
    ItemConfig[] configs,
    Boolean[] required) {

  /** An item, where it shall stand, and which row it is; null for a new one. */
  record Placed(@Nullable UUID id, int order, ItemDefinition item) {}

  static ProtocolTemplateItemColumns of(List<Placed> placed) {
    return new ProtocolTemplateItemColumns(
        column(placed, Placed::id, UUID[]::new),
        column(placed, each -> each.item().code(), String[]::new),
        column(placed, each -> each.item().description(), String[]::new),
        column(placed, each -> each.item().helpText(), String[]::new),
        column(placed, Placed::order, Integer[]::new),
        column(placed, each -> ItemType.of(each.item().config()).name(), String[]::new),
        column(placed, each -> each.item().config(), ItemConfig[]::new),
        column(placed, each -> each.item().required(), Boolean[]::new));
  }

  private static <T> T[] column(
      List<Placed> placed, Function<Placed, @Nullable T> value, IntFunction<T[]> array) {
    return placed.stream().map(value).toArray(array);
  }
}
