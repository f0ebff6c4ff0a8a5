package io.protoworks.template;

import static io.protoworks.template.ItemType.CHECKBOX_OK_NOK_NA;
import static io.protoworks.template.ItemType.DATE;
import static io.protoworks.template.ItemType.NUMBER;
import static io.protoworks.template.ItemType.NUMBER_RANGE;
import static io.protoworks.template.ItemType.PHOTO_CAPTURE;
import static io.protoworks.template.ItemType.SIGNATURE;
import static io.protoworks.template.ItemType.TEXT_MULTI;
import static io.protoworks.template.ItemType.TEXT_SINGLE;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a check sheet, which has a row for each item. Most hold a setting of the configs of
 * some types; they are blank in the rows of all others.
 */
enum SheetColumn {
  CODE(Kind.TEXT, "code"),
  DESCRIPTION(Kind.TEXT, "description"),
  HELP_TEXT(Kind.TEXT, "helpText"),
  ORDER(Kind.INTEGER, "order"),
  ITEM_TYPE(Kind.TEXT, "itemType"),
  REQUIRED(Kind.FLAG, "required"),
  ENERGIZATION(Kind.FLAG, "energization", CHECKBOX_OK_NOK_NA),
  NA_ALLOWED(Kind.FLAG, "naAllowed", CHECKBOX_OK_NOK_NA, NUMBER),
  NA_REQUIRES_NOTE(Kind.FLAG, "naRequiresNote", CHECKBOX_OK_NOK_NA),
  NOK_REQUIRES_PENDENCY(Kind.FLAG, "nokRequiresPendency", CHECKBOX_OK_NOK_NA),
  NOK_DEFAULT_TYPE(Kind.CONSTANT, "nokDefaultType", CHECKBOX_OK_NOK_NA),
  PHOTO_ON_NOK(Kind.FLAG, "photoOnNok", CHECKBOX_OK_NOK_NA),
  LABEL_OK(Kind.TEXT, "labels.ok", CHECKBOX_OK_NOK_NA),
  LABEL_NOK(Kind.TEXT, "labels.nok", CHECKBOX_OK_NOK_NA),
  LABEL_NA(Kind.TEXT, "labels.na", CHECKBOX_OK_NOK_NA),
  MIN_LENGTH(Kind.INTEGER, "minLength", TEXT_SINGLE),
  MAX_LENGTH(Kind.INTEGER, "maxLength", TEXT_SINGLE, TEXT_MULTI),
  PATTERN(Kind.TEXT, "pattern", TEXT_SINGLE),
  OPTIONS(Kind.TEXTS, "options", TEXT_SINGLE),
  UNIT(Kind.TEXT, "unit", NUMBER, NUMBER_RANGE),
  DECIMALS(Kind.INTEGER, "decimals", NUMBER, NUMBER_RANGE),
  HARD_MIN(Kind.TEXT, "hardMin", NUMBER),
  HARD_MAX(Kind.TEXT, "hardMax", NUMBER),
  POINTS(Kind.POINTS, "points", NUMBER_RANGE),
  INCLUSIVE(Kind.FLAG, "inclusive", NUMBER_RANGE),
  OUT_OF_RANGE(Kind.CONSTANT, "outOfRange", NUMBER_RANGE),
  DEFAULT_TYPE(Kind.CONSTANT, "defaultType", NUMBER_RANGE),
  INSTRUMENT_REQUIRED(Kind.FLAG, "instrumentRequired", NUMBER, NUMBER_RANGE),
  SHOW_PREVIOUS(Kind.FLAG, "showPrevious", NUMBER),
  MIN_PHOTOS(Kind.INTEGER, "min", PHOTO_CAPTURE),
  MAX_PHOTOS(Kind.INTEGER, "max", PHOTO_CAPTURE),
  SOURCE(Kind.CONSTANT, "source", PHOTO_CAPTURE),
  GEO_REQUIRED(Kind.FLAG, "geoRequired", PHOTO_CAPTURE),
  BEFORE_AFTER(Kind.FLAG, "beforeAfter", PHOTO_CAPTURE),
  WITH_TIME(Kind.FLAG, "withTime", DATE),
  NOT_FUTURE(Kind.FLAG, "notFuture", DATE),
  EARLIEST(Kind.DAY, "min", DATE),
  LATEST(Kind.DAY, "max", DATE),
  COMPANY_TYPES(Kind.CONSTANTS, "companyTypes", SIGNATURE),
  ROLES(Kind.CONSTANTS, "roles", SIGNATURE),
  MEANING(Kind.TEXT, "meaning", SIGNATURE);

  /** How a cell is written. */
  enum Kind {
    /** As it is. */
    TEXT,
    /** A whole number. */
    INTEGER,
    /** Yes or no. */
    FLAG,
    /** Texts between bars. */
    TEXTS,
    /** A word of the schema. */
    CONSTANT,
    /** Words of the schema between bars. */
    CONSTANTS,
    /** Points with their limits, see {@link SheetLists}. */
    POINTS,
    /** A day. */
    DAY
  }

  private final Kind kind;
  private final String stored;
  private final @Nullable ItemType type;
  private final @Nullable ItemType otherType;

  SheetColumn(Kind kind, String stored) {
    this(kind, stored, null, null);
  }

  SheetColumn(Kind kind, String stored, ItemType type) {
    this(kind, stored, type, null);
  }

  SheetColumn(Kind kind, String stored, @Nullable ItemType type, @Nullable ItemType otherType) {
    this.kind = kind;
    this.stored = stored;
    this.type = type;
    this.otherType = otherType;
  }

  Kind kind() {
    return kind;
  }

  /** Where the JSON of an item's config, or the item itself, holds what stands in the column. */
  String stored() {
    return stored;
  }

  /** The name that an export gives it. */
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it holds a setting of some configs, and not something that all items have. */
  boolean isSetting() {
    return type != null;
  }

  boolean isSettingOf(ItemType asked) {
    return asked == type || asked == otherType;
  }

  /** The column that holds what is at a path of an item, or what is above or below it. */
  static @Nullable SheetColumn holding(@Nullable ItemType type, String path) {
    return Arrays.stream(values())
        .filter(column -> !column.isSetting() || (type != null && column.isSettingOf(type)))
        .filter(
            column ->
                path.equals(column.stored)
                    || path.startsWith(column.stored + "[")
                    || column.stored.startsWith(path + "."))
        .findFirst()
        .orElse(null);
  }
}
