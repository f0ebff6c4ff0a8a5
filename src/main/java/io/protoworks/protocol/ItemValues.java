package io.protoworks.protocol;

import io.protoworks.platform.Json;
import io.protoworks.protocol.ItemValue.CheckboxValue;
import io.protoworks.protocol.ItemValue.DateValue;
import io.protoworks.protocol.ItemValue.NumberRangeValue;
import io.protoworks.protocol.ItemValue.NumberValue;
import io.protoworks.protocol.ItemValue.PhotoCaptureValue;
import io.protoworks.protocol.ItemValue.SignatureValue;
import io.protoworks.protocol.ItemValue.TextMultiValue;
import io.protoworks.protocol.ItemValue.TextSingleValue;
import io.protoworks.template.ItemType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values of items as JSON and back. */
final class ItemValues {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private ItemValues() {}

  static Json json(ItemValue value) {
    return new Json(MAPPER.writeValueAsString(value));
  }

  /** A value as it is stored, which was judged when it was given. */
  static ItemValue read(ItemType type, Json json) {
    return MAPPER.readValue(json.text(), formOf(type));
  }

  /** The form of an item's values. */
  static Class<? extends ItemValue> formOf(ItemType type) {
    return switch (type) {
      case CHECKBOX_OK_NOK_NA -> CheckboxValue.class;
      case TEXT_SINGLE -> TextSingleValue.class;
      case TEXT_MULTI -> TextMultiValue.class;
      case NUMBER -> NumberValue.class;
      case NUMBER_RANGE -> NumberRangeValue.class;
      case PHOTO_CAPTURE -> PhotoCaptureValue.class;
      case DATE -> DateValue.class;
      case SIGNATURE -> SignatureValue.class;
    };
  }
}
