package io.protoworks.template;

import io.protoworks.template.ItemConfig.CheckboxConfig;
import io.protoworks.template.ItemConfig.DateConfig;
import io.protoworks.template.ItemConfig.NumberConfig;
import io.protoworks.template.ItemConfig.NumberRangeConfig;
import io.protoworks.template.ItemConfig.PhotoCaptureConfig;
import io.protoworks.template.ItemConfig.SignatureConfig;
import io.protoworks.template.ItemConfig.TextMultiConfig;
import io.protoworks.template.ItemConfig.TextSingleConfig;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A config; exactly one member is there, and says what the item asks for. */
record ItemConfigInput(
    @Nullable CheckboxConfig checkbox,
    @Nullable TextSingleConfig textSingle,
    @Nullable TextMultiConfig textMulti,
    @Nullable NumberConfig number,
    @Nullable NumberRangeConfig numberRange,
    @Nullable PhotoCaptureConfig photoCapture,
    @Nullable DateConfig date,
    @Nullable SignatureConfig signature) {

  ItemConfig given() {
    return Stream.<@Nullable ItemConfig>of(
            checkbox, textSingle, textMulti, number, numberRange, photoCapture, date, signature)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("an input of exactly one member has none"));
  }

  /** Where a config stands in the input of its item. */
  static String path(ItemConfig config) {
    return "config."
        + switch (config) {
          case CheckboxConfig checkbox -> "checkbox";
          case TextSingleConfig text -> "textSingle";
          case TextMultiConfig text -> "textMulti";
          case NumberConfig number -> "number";
          case NumberRangeConfig range -> "numberRange";
          case PhotoCaptureConfig photos -> "photoCapture";
          case DateConfig date -> "date";
          case SignatureConfig signature -> "signature";
        };
  }
}
