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
  SIGNATURE
}
