package io.protoworks.dossier;

import io.protoworks.protocol.ItemValue;
import io.protoworks.protocol.ItemValue.CheckboxValue;
import io.protoworks.protocol.ItemValue.DateValue;
import io.protoworks.protocol.ItemValue.NumberRangeValue;
import io.protoworks.protocol.ItemValue.NumberValue;
import io.protoworks.protocol.ItemValue.PhotoCaptureValue;
import io.protoworks.protocol.ItemValue.Reading;
import io.protoworks.protocol.ItemValue.SignatureValue;
import io.protoworks.protocol.ItemValue.TextMultiValue;
import io.protoworks.protocol.ItemValue.TextSingleValue;
import io.protoworks.template.ItemConfig;
import io.protoworks.template.ItemConfig.CheckboxConfig;
import io.protoworks.template.ItemConfig.CheckboxLabels;
import io.protoworks.template.ItemConfig.NumberConfig;
import io.protoworks.template.ItemConfig.NumberRangeConfig;
import io.protoworks.template.ItemConfig.RangePoint;
import io.protoworks.template.ItemConfig.SignatureConfig;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of an item, and the limits that it was judged against, as people read them. */
final class ItemValueText {
  private static final String NOT_APPLICABLE = "Not applicable";

  private ItemValueText() {}

  /** What was found; limits where the item has some, whether it was answered or not. */
  static String found(ProtocolSheet sheet, ProtocolSheet.Item row) {
    ItemConfig config = row.asked().config();
    ItemValue value = row.item().value();
    if (value == null) {
      return config instanceof NumberRangeConfig range
          ? readings(range, Map.of(), range.unit())
          : PaperText.NONE;
    }
    return switch (value) {
      case CheckboxValue check -> answer(check, config);
      case TextSingleValue text -> text.na() ? NOT_APPLICABLE : text.text();
      case TextMultiValue text -> text.na() ? NOT_APPLICABLE : text.text();
      case NumberValue number -> number(number, config);
      case NumberRangeValue range ->
          config instanceof NumberRangeConfig limits && !range.na()
              ? readings(limits, byPoint(range), range.unit())
              : NOT_APPLICABLE;
      case PhotoCaptureValue photos ->
          photos.na() ? NOT_APPLICABLE : "Photos: %d, see below".formatted(photos.photos().size());
      case DateValue date -> date(date);
      case SignatureValue signature ->
          "Signed by %s, %s%s"
              .formatted(
                  sheet.names().user(signature.signerUserId()),
                  PaperText.moment(signature.signedAt()),
                  meaning(config));
    };
  }

  /** What else was said: the instrument that measured, and a note. */
  static String more(ProtocolSheet sheet, ProtocolSheet.Item row) {
    ItemValue value = row.item().value();
    if (value == null) {
      return "";
    }
    String instrument =
        switch (value) {
          case NumberValue number -> instrument(sheet, number.instrumentId());
          case NumberRangeValue range -> instrument(sheet, range.instrumentId());
          default -> "";
        };
    String note = value.note() == null || value.note().isBlank() ? "" : "Note: " + value.note();
    return instrument.isEmpty() || note.isEmpty() ? instrument + note : instrument + "\n" + note;
  }

  private static String instrument(ProtocolSheet sheet, @Nullable UUID id) {
    return id == null ? "" : "By " + sheet.instrument(id);
  }

  private static String answer(CheckboxValue check, ItemConfig config) {
    CheckboxLabels labels = config instanceof CheckboxConfig checkbox ? checkbox.labels() : null;
    String word =
        labels == null
            ? null
            : switch (check.result()) {
              case OK -> labels.ok();
              case NOK -> labels.nok();
              case NA -> labels.na();
            };
    return word == null ? check.result().name() : "%s (%s)".formatted(word, check.result());
  }

  private static String number(NumberValue value, ItemConfig config) {
    if (value.na() || value.number() == null) {
      return NOT_APPLICABLE;
    }
    String limits =
        config instanceof NumberConfig number
            ? limits(number.hardMin(), number.hardMax(), number.unit())
            : "";
    return measured(value.number(), value.unit()) + (limits.isEmpty() ? "" : "\n" + limits);
  }

  private static Map<String, String> byPoint(NumberRangeValue range) {
    return range.readings().stream().collect(Collectors.toMap(Reading::point, Reading::number));
  }

  /** A line for each point: its reading, and its limits. */
  private static String readings(
      NumberRangeConfig config, Map<String, String> byPoint, @Nullable String unit) {
    return config.points().stream()
        .map(point -> reading(point, byPoint.get(point.point()), unit))
        .collect(Collectors.joining("\n"));
  }

  private static String reading(RangePoint point, @Nullable String number, @Nullable String unit) {
    return "%s: %s (%s)"
        .formatted(
            point.point(),
            number == null ? PaperText.NONE : measured(number, unit),
            limits(point.min(), point.max(), unit));
  }

  private static String limits(@Nullable String min, @Nullable String max, @Nullable String unit) {
    if (min != null && max != null) {
      return "limits %s to %s".formatted(min, measured(max, unit));
    }
    if (min != null) {
      return "at least " + measured(min, unit);
    }
    return max == null ? "" : "at most " + measured(max, unit);
  }

  private static String measured(String number, @Nullable String unit) {
    return unit == null ? number : number + " " + unit;
  }

  private static String date(DateValue value) {
    if (value.na()) {
      return NOT_APPLICABLE;
    }
    return value.dateTime() == null
        ? PaperText.day(value.date())
        : PaperText.moment(value.dateTime());
  }

  private static String meaning(ItemConfig config) {
    return config instanceof SignatureConfig signature && signature.meaning() != null
        ? ": " + signature.meaning()
        : "";
  }
}
