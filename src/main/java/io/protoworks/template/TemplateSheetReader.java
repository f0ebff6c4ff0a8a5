package io.protoworks.template;

import io.protoworks.register.RegisterReader;
import io.protoworks.register.RegisterRow;
import io.protoworks.template.TemplateErrors.InvalidCell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the items of a check sheet, all or none: what is wrong is collected. */
final class TemplateSheetReader {
  private final List<InvalidCell> problems = new ArrayList<>();
  private final List<TemplateSheetRow> rows = new ArrayList<>();
  private final List<OrderedItem> items = new ArrayList<>();
  private final Map<String, Long> rowsByCode = new HashMap<>();
  private final Map<Integer, Long> rowsByOrder = new HashMap<>();

  private TemplateSheetReader() {}

  /**
   * What a sheet says.
   *
   * @param items in their order; sound only if there are no problems
   */
  record Sheet(List<ItemDefinition> items, List<InvalidCell> problems) {}

  private record OrderedItem(ItemDefinition item, @Nullable Integer order) {}

  static Sheet read(RegisterReader source) throws IOException {
    TemplateSheetHeader header = new TemplateSheetHeader(source.layout());
    if (!header.problems().isEmpty()) {
      return new Sheet(List.of(), header.problems());
    }
    TemplateSheetReader reader = new TemplateSheetReader();
    reader.readAll(source, header);
    return new Sheet(reader.inOrder(), reader.problems());
  }

  private void readAll(RegisterReader source, TemplateSheetHeader header) throws IOException {
    for (RegisterRow row = source.next(); row != null; row = source.next()) {
      if (rows.size() == ItemDefinition.MOST_ITEMS) {
        problems.add(
            InvalidCell.of(
                row.rowNumber(),
                null,
                null,
                "A template has at most %d items; divide the sheet."
                    .formatted(ItemDefinition.MOST_ITEMS)));
        return;
      }
      // Engineers part sections by rows in which there is nothing.
      if (!row.isBlank()) {
        add(new TemplateSheetRow(row, header));
      }
    }
    if (rows.isEmpty()) {
      problems.add(
          InvalidCell.of(
              source.layout().headerRow(), null, null, "Write an item into each row below."));
    }
  }

  private void add(TemplateSheetRow row) {
    rows.add(row);
    items.add(new OrderedItem(row.item(), row.order()));
    String code = row.text(SheetColumn.CODE);
    Long sameCode = code == null ? null : rowsByCode.putIfAbsent(code, row.rowNumber());
    if (sameCode != null) {
      row.problem(SheetColumn.CODE, "Row %d has this code already.".formatted(sameCode));
    }
    Integer order = row.order();
    Long sameOrder = order == null ? null : rowsByOrder.putIfAbsent(order, row.rowNumber());
    if (sameOrder != null) {
      row.problem(SheetColumn.ORDER, "Row %d has this order already.".formatted(sameOrder));
    }
  }

  private List<InvalidCell> problems() {
    if (!rowsByOrder.isEmpty()) {
      rows.stream()
          .filter(row -> row.text(SheetColumn.ORDER) == null)
          .forEach(row -> row.problem(SheetColumn.ORDER, "Give every row an order, or none."));
    }
    return Stream.concat(rows.stream().flatMap(row -> row.problems().stream()), problems.stream())
        .toList();
  }

  private List<ItemDefinition> inOrder() {
    return items.stream()
        .sorted(Comparator.comparingInt(item -> item.order() == null ? 0 : item.order()))
        .map(OrderedItem::item)
        .toList();
  }
}
