package io.protoworks.register;

/** What a row of a register may say about a tag. */
public enum RegisterField {
  AREA_CODE("area_code", "area's code", true, true, 100),
  AREA_NAME("area_name", "area's name", false, false, 500),
  SYSTEM_CODE("system_code", "system's code", true, true, 100),
  SYSTEM_NAME("system_name", "system's name", false, false, 500),
  SUBSYSTEM_CODE("subsystem_code", "subsystem's code", true, true, 100),
  SUBSYSTEM_NAME("subsystem_name", "subsystem's name", false, false, 500),
  TAG_ID("tag_id", "tag", true, true, 50),
  APPLICATION("application", "application", true, false, 500),
  DISCIPLINE_CODE("discipline_code", "discipline's code", false, true, 10),
  ACTIVE("active", "active mark", false, false, 20);

  private final String exportName;
  private final String label;
  private final boolean required;
  private final boolean code;
  private final int maxLength;

  RegisterField(String exportName, String label, boolean required, boolean code, int maxLength) {
    this.exportName = exportName;
    this.label = label;
    this.required = required;
    this.code = code;
    this.maxLength = maxLength;
  }

  /** The name of its column in an export. */
  public String exportName() {
    return exportName;
  }

  /** What it is called in a sentence. */
  public String label() {
    return label;
  }

  /** Whether every row needs it. */
  public boolean isRequired() {
    return required;
  }

  /** Whether it is a key, which is one line of visible characters. */
  boolean isCode() {
    return code;
  }

  int maxLength() {
    return maxLength;
  }
}
