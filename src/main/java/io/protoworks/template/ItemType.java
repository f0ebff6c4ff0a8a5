package io.protoworks.template;

/** What an item asks for; its config and its values have the form that belongs to the type. */
public enum ItemType {
  CHECKBOX_OK_NOK_NA,
  TEXT_SINGLE,
  TEXT_MULTI,
  NUMBER,
  NUMBER_RANGE,
  PHOTO_CAPTURE,
  DATE,
  SIGNATURE;

  /** The type whose form a config has. */
  static ItemType of(ItemConfig config) {
    return switch (config) {
      case ItemConfig.CheckboxConfig checkbox -> CHECKBOX_OK_NOK_NA;
      case ItemConfig.TextSingleConfig text -> TEXT_SINGLE;
      case ItemConfig.TextMultiConfig text -> TEXT_MULTI;
      case ItemConfig.NumberConfig number -> NUMBER;
      case ItemConfig.NumberRangeConfig range -> NUMBER_RANGE;
      case ItemConfig.PhotoCaptureConfig photos -> PHOTO_CAPTURE;
      case ItemConfig.DateConfig date -> DATE;
      case ItemConfig.SignatureConfig signature -> SIGNATURE;
    };
  }
}
