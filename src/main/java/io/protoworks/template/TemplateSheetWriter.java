package io.protoworks.template;

import io.protoworks.platform.JsonForms;
import io.protoworks.register.RegisterFormat;
import io.protoworks.register.RegisterTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes items as a check sheet that {@link TemplateSheetReader} reads back as they were. */
final class TemplateSheetWriter {
  private static final List<SheetColumn> COLUMNS = List.of(SheetColumn.values());

  private TemplateSheetWriter() {}

  static void write(List<ProtocolTemplateItem> items, RegisterFormat format, OutputStream output)
      throws IOException {
    List<String> headers = COLUMNS.stream().map(SheetColumn::header).toList();
    RegisterTable table =
        switch (format) {
          case CSV -> RegisterTable.csv(output, true, headers);
          case XLSX -> RegisterTable.xlsx(output, "Items", headers);
        };
    for (ProtocolTemplateItem item : items) {
      table.write(cells(item));
    }
    table.finish();
  }

  /** The codes of items that no cell can hold. */
  static List<String> tooLong(List<ProtocolTemplateItem> items) {
    return items.stream()
        .filter(
            item ->
                cells(item).stream().anyMatch(cell -> cell.length() > RegisterTable.LONGEST_CELL))
        .map(ProtocolTemplateItem::code)
        .toList();
  }

  private static List<String> cells(ProtocolTemplateItem item) {
    ItemDefinition definition = ItemDefinition.of(item);
    Map<String, Object> settings = JsonForms.members(definition.config());
    List<String> cells = new ArrayList<>();
    for (SheetColumn column : COLUMNS) {
      Object value =
          switch (column) {
            case CODE -> item.code();
            case DESCRIPTION -> item.description();
            case HELP_TEXT -> item.helpText();
            case ORDER -> item.order();
            case ITEM_TYPE -> item.itemType().name();
            case REQUIRED -> item.required();
            default -> column.isSettingOf(item.itemType()) ? at(settings, column.stored()) : null;
          };
      cells.add(cell(column, value));
    }
    return cells;
  }

  private static @Nullable Object at(Map<?, ?> members, String path) {
    Object found = members;
    for (String name : Arrays.asList(path.split("\\.", -1))) {
      found = found instanceof Map<?, ?> inner ? inner.get(name) : null;
    }
    return found;
  }

  private static String cell(SheetColumn column, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Boolean flag -> flag ? "yes" : "no";
      case List<?> list when column.kind() == SheetColumn.Kind.POINTS -> SheetLists.ofPoints(list);
      case List<?> list -> SheetLists.ofTexts(list);
      default -> value.toString();
    };
  }
}
