package io.protoworks.register;

import org.jspecify.annotations.Nullable;

/** The levels between a project and its equipments, from the top down, as a register names them. */
public enum HierarchyLevel {
  AREA("area", RegisterField.AREA_CODE, RegisterField.AREA_NAME),
  SYSTEM("system", RegisterField.SYSTEM_CODE, RegisterField.SYSTEM_NAME),
  SUBSYSTEM("subsystem", RegisterField.SUBSYSTEM_CODE, RegisterField.SUBSYSTEM_NAME);

  private final String noun;
  private final RegisterField codeField;
  private final RegisterField nameField;

  HierarchyLevel(String noun, RegisterField codeField, RegisterField nameField) {
    this.noun = noun;
    this.codeField = codeField;
    this.nameField = nameField;
  }

  /** What it is called in a sentence. */
  public String noun() {
    return noun;
  }

  public RegisterField codeField() {
    return codeField;
  }

  public RegisterField nameField() {
    return nameField;
  }

  public String codeOf(RegisterRecord register) {
    return switch (this) {
      case AREA -> register.areaCode();
      case SYSTEM -> register.systemCode();
      case SUBSYSTEM -> register.subsystemCode();
    };
  }

  public @Nullable String nameOf(RegisterRecord register) {
    return switch (this) {
      case AREA -> register.areaName();
      case SYSTEM -> register.systemName();
      case SUBSYSTEM -> register.subsystemName();
    };
  }
}
