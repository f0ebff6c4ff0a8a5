package io.protoworks.template;

import io.protoworks.register.RegisterLayout;
import io.protoworks.template.TemplateErrors.InvalidCell;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of a check sheet is which. A column that nobody knows is not passed over. */
final class TemplateSheetHeader {
  private static final List<SheetColumn> NEEDED =
      List.of(SheetColumn.CODE, SheetColumn.DESCRIPTION, SheetColumn.ITEM_TYPE);

  private final RegisterLayout layout;
  private final Map<SheetColumn, Integer> places = new EnumMap<>(SheetColumn.class);
  private final List<Integer> nameless = new ArrayList<>();
  private final List<InvalidCell> problems = new ArrayList<>();

  TemplateSheetHeader(RegisterLayout layout) {
    this.layout = layout;
    for (int place = 0; place < layout.headers().size(); place++) {
      String name = layout.headers().get(place);
      if (name.isEmpty()) {
        nameless.add(place);
      } else {
        add(place, name);
      }
    }
    NEEDED.stream()
        .filter(column -> !places.containsKey(column))
        .forEach(
            column ->
                problems.add(
                    InvalidCell.of(
                        layout.headerRow(),
                        column.header(),
                        null,
                        "The sheet needs a column %s.".formatted(column.header()))));
  }

  private void add(int place, String name) {
    SheetColumn column = SheetWords.column(name);
    if (column == null) {
      problem(
          name,
          "No setting is called so; remove the column, or name it one of %s."
              .formatted(SheetWords.headers()));
      return;
    }
    Integer earlier = places.putIfAbsent(column, place);
    if (earlier != null) {
      problem(name, "The column %s means the same; remove one of them.".formatted(name(earlier)));
    }
  }

  private void problem(String name, String message) {
    problems.add(InvalidCell.of(layout.headerRow(), name, name, message));
  }

  List<InvalidCell> problems() {
    return problems;
  }

  /** Columns without a name, which must be empty. */
  List<Integer> nameless() {
    return nameless;
  }

  @Nullable Integer place(SheetColumn column) {
    return places.get(column);
  }

  /** What the sheet calls a column. */
  String name(SheetColumn column) {
    Integer place = places.get(column);
    return place == null ? column.header() : layout.headers().get(place);
  }

  /** What the sheet calls the column at a place; null when it has no name. */
  @Nullable String name(int place) {
    String name = place < layout.headers().size() ? layout.headers().get(place) : "";
    return name.isEmpty() ? null : name;
  }
}
