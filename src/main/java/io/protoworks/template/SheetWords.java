package io.protoworks.template;

import io.protoworks.register.RegisterValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that engineers have for the columns of check sheets and for the types of items. */
final class SheetWords {
  private static final Map<String, SheetColumn> COLUMNS = columns();
  private static final Map<String, ItemType> TYPES = types();

  private SheetWords() {}

  private static Map<String, SheetColumn> columns() {
    Map<String, SheetColumn> columns = new HashMap<>();
    for (SheetColumn column : SheetColumn.values()) {
      Stream.concat(
              Stream.of(words(column.header())),
              switch (column) {
                case CODE -> Stream.of("item", "tag", "no", "codigo");
                case DESCRIPTION -> Stream.of("item description", "text", "descricao");
                case HELP_TEXT -> Stream.of("help", "instructions", "how", "ajuda");
                case ORDER -> Stream.of("position", "ordem");
                case ITEM_TYPE -> Stream.of("type", "kind", "tipo");
                case REQUIRED -> Stream.of("mandatory", "obrigatorio");
                case ENERGIZATION -> Stream.of("energizacao");
                case OPTIONS -> Stream.of("opcoes");
                case UNIT -> Stream.of("unidade");
                case HARD_MIN -> Stream.of("min", "minimum");
                case HARD_MAX -> Stream.of("max", "maximum");
                case POINTS -> Stream.of("pontos");
                default -> Stream.empty();
              })
          .forEach(name -> columns.put(name, column));
    }
    return Map.copyOf(columns);
  }

  private static Map<String, ItemType> types() {
    Map<String, ItemType> types = new HashMap<>();
    for (ItemType type : ItemType.values()) {
      Stream.concat(
              Stream.of(words(type.name())),
              switch (type) {
                case CHECKBOX_OK_NOK_NA -> Stream.of("check", "checkbox", "ok nok", "verificacao");
                case TEXT_SINGLE -> Stream.of("text", "line", "short text", "texto");
                case TEXT_MULTI -> Stream.of("lines", "long text", "multiline text", "texto longo");
                case NUMBER -> Stream.of("measurement", "numero");
                case NUMBER_RANGE -> Stream.of("range", "readings", "points", "faixa", "leituras");
                case PHOTO_CAPTURE -> Stream.of("photo", "photos", "foto", "fotos");
                case DATE -> Stream.of("day", "date and time", "data");
                case SIGNATURE -> Stream.of("sign", "assinatura");
              })
          .forEach(name -> types.put(name, type));
    }
    return Map.copyOf(types);
  }

  /** Lower case, without accents, and one blank between words. */
  private static String words(String name) {
    return RegisterValues.fold(name).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** The column of this name; null when there is none. */
  static @Nullable SheetColumn column(String name) {
    return COLUMNS.get(words(name));
  }

  /** The type that a word stands for; null when there is none. */
  static @Nullable ItemType type(String word) {
    return TYPES.get(words(word));
  }

  /** A word of the schema, as people write it: "require pendency" for REQUIRE_PENDENCY. */
  static String constant(String word) {
    return words(word).replace(' ', '_').toUpperCase(Locale.ROOT);
  }

  /** All names that an export gives. */
  static String headers() {
    return String.join(", ", Arrays.stream(SheetColumn.values()).map(SheetColumn::header).toList());
  }
}
