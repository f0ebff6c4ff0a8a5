package io.protoworks.pendency;

/** The permissions that this module asks for, as roles hold them. */
public final class PendencyPermission {
  public static final String RAISE = "pendencies.raise";
  public static final String CLEAR = "pendencies.clear";
  public static final String VERIFY = "pendencies.verify";

  private PendencyPermission() {}
}
