package io.protoworks.template;

import io.protoworks.platform.Json;
import io.protoworks.platform.JsonForms;
import io.protoworks.platform.JsonObject;
import io.protoworks.platform.Problem;
import io.protoworks.register.RegisterDateOrder;
import io.protoworks.register.RegisterRow;
import io.protoworks.register.RegisterValues;
import io.protoworks.template.SheetColumn.Kind;
import io.protoworks.template.TemplateErrors.InvalidCell;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a check sheet: an item, or what keeps it from being one, all told at once. */
final class TemplateSheetRow {
  /** What a row without a sound config is judged with, so that the rest of it is judged too. */
  private static final ItemConfig SOUND = ItemConfigReader.read(ItemType.TEXT_MULTI, (Json) null);

  private static final String SOUND_TEXT = "-";
  private static final String CONFIG = "config";
  private static final String WHOLE_NUMBER = "-?[0-9]{1,9}";

  private final RegisterRow row;
  private final TemplateSheetHeader header;
  private final List<InvalidCell> problems = new ArrayList<>();
  private @Nullable ItemType type;
  private @Nullable Integer order;

  TemplateSheetRow(RegisterRow row, TemplateSheetHeader header) {
    this.row = row;
    this.header = header;
  }

  long rowNumber() {
    return row.rowNumber();
  }

  List<InvalidCell> problems() {
    return problems;
  }

  /** The item; sound only if there are no problems afterwards. */
  ItemDefinition item() {
    cellsThemselves();
    String code = needed(SheetColumn.CODE);
    String description = needed(SheetColumn.DESCRIPTION);
    type = type();
    Object required = value(SheetColumn.REQUIRED);
    ItemConfig config = type == null ? SOUND : config(type);
    ItemDefinition item =
        new ItemDefinition(
            code == null ? SOUND_TEXT : code,
            description == null ? SOUND_TEXT : description,
            text(SheetColumn.HELP_TEXT),
            !Boolean.FALSE.equals(required),
            config);
    item.problems(CONFIG).forEach(this::problem);
    order = value(SheetColumn.ORDER) instanceof Integer place ? place : null;
    return item;
  }

  private void cellsThemselves() {
    for (RegisterRow.Defect defect : row.defects()) {
      problems.add(
          InvalidCell.of(
              row.rowNumber(), header.name(defect.column()), defect.value(), defect.reason()));
    }
    for (int place : header.nameless()) {
      String text = row.text(place);
      if (text != null) {
        problems.add(
            InvalidCell.of(
                row.rowNumber(),
                null,
                text,
                "The cell is in a column without a name; name the column or empty it."));
      }
    }
  }

  /** Where it wants to stand; null when it does not say so. */
  @Nullable Integer order() {
    return order;
  }

  /** What stands in a cell; null for nothing. */
  @Nullable String text(SheetColumn column) {
    Integer place = header.place(column);
    return place == null ? null : row.text(place);
  }

  /** Adds what is wrong with a cell. */
  void problem(SheetColumn column, String message) {
    problems.add(InvalidCell.of(row.rowNumber(), header.name(column), text(column), message));
  }

  private void problem(Problem problem) {
    String path = ItemConfigReader.storedPath(problem.path());
    SheetColumn column =
        SheetColumn.holding(
            type, path.startsWith(CONFIG + ".") ? path.substring(CONFIG.length() + 1) : path);
    if (column == null) {
      problems.add(InvalidCell.of(row.rowNumber(), null, null, problem.message()));
    } else {
      problem(column, problem.message());
    }
  }

  private @Nullable String needed(SheetColumn column) {
    String text = text(column);
    if (text == null) {
      problem(column, "This is needed.");
    }
    return text;
  }

  private @Nullable ItemType type() {
    String word = needed(SheetColumn.ITEM_TYPE);
    ItemType found = word == null ? null : SheetWords.type(word);
    if (word != null && found == null) {
      problem(
          SheetColumn.ITEM_TYPE,
          "This is no type of item; write one of %s.".formatted(List.of(ItemType.values())));
    }
    return found;
  }

  private ItemConfig config(ItemType asked) {
    Map<String, Object> members = new LinkedHashMap<>();
    int before = problems.size();
    for (SheetColumn column : SheetColumn.values()) {
      if (!column.isSetting() || text(column) == null) {
        continue;
      }
      if (!column.isSettingOf(asked)) {
        problem(column, "An item of %s has no such setting; empty the cell.".formatted(asked));
        continue;
      }
      Object value = value(column);
      if (value != null) {
        put(members, column.stored(), value);
      }
    }
    JsonObject object = JsonObject.parse("", JsonForms.json(members));
    ItemConfig config = ItemConfigReader.read(asked, object);
    object.problems().forEach(this::problem);
    return problems.size() > before ? SOUND : config;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> members, String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      members.put(path, value);
    } else {
      Object inner = members.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<>());
      put((Map<String, Object>) inner, path.substring(dot + 1), value);
    }
  }

  /** What a cell holds, as JSON has it; null where there is nothing, or nothing of its kind. */
  private @Nullable Object value(SheetColumn column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    Object value =
        switch (column.kind()) {
          case TEXT -> text;
          case INTEGER -> text.matches(WHOLE_NUMBER) ? Integer.valueOf(text) : null;
          case FLAG -> RegisterValues.yesOrNo(text);
          case TEXTS -> SheetLists.texts(text);
          case CONSTANT -> SheetWords.constant(text);
          case CONSTANTS -> SheetLists.texts(text).stream().map(SheetWords::constant).toList();
          case POINTS -> SheetLists.points(text);
          case DAY -> day(text);
        };
    if (value == null) {
      problem(column, form(column.kind()));
    }
    return value;
  }

  private static @Nullable String day(String text) {
    LocalDateTime found = RegisterValues.date(text, RegisterDateOrder.DAY_FIRST);
    return found == null || !found.equals(found.toLocalDate().atStartOfDay())
        ? null
        : found.toLocalDate().toString();
  }

  private static String form(Kind kind) {
    return switch (kind) {
      case INTEGER -> "This must be a whole number.";
      case FLAG -> "Write yes or no.";
      case POINTS ->
          "Write points as 0%:3.90..4.10; 50%:7.80..8.20, one of two limits may be missing.";
      case DAY -> "This must be a day, as 2026-02-03.";
      case TEXT, TEXTS, CONSTANT, CONSTANTS -> "This can't be read.";
    };
  }
}
