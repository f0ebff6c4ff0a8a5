package io.protoworks.protocol;

import io.protoworks.platform.Json;
import io.protoworks.platform.JsonForms;
import io.protoworks.protocol.ItemValue.CheckboxValue;
import io.protoworks.protocol.ItemValue.DateValue;
import io.protoworks.protocol.ItemValue.NumberRangeValue;
import io.protoworks.protocol.ItemValue.NumberValue;
import io.protoworks.protocol.ItemValue.PhotoCaptureValue;
import io.protoworks.protocol.ItemValue.SignatureValue;
import io.protoworks.protocol.ItemValue.TextMultiValue;
import io.protoworks.protocol.ItemValue.TextSingleValue;
import io.protoworks.template.ItemType;

/** Values of items as JSON and back. */
final class ItemValues {
  private ItemValues() {}

  static Json json(ItemValue value) {
    return JsonForms.write(value);
  }

  /** A value as it is stored, which was judged when it was given. */
  static ItemValue read(ItemType type, Json json) {
    return JsonForms.read(formOf(type), json);
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
