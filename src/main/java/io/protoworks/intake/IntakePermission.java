package io.protoworks.intake;

/** The permissions that this module asks for, as roles hold them. */
public final class IntakePermission {
  public static final String REGISTERS_IMPORT = "registers.import";
  public static final String REGISTERS_EXPORT = "registers.export";

  private IntakePermission() {}
}
