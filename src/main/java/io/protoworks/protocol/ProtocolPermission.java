package io.protoworks.protocol;

/** The permissions that this module asks for, as roles hold them. */
public final class ProtocolPermission {
  public static final String RELEASE = "protocols.release";
  public static final String EXECUTE = "protocols.execute";
  public static final String SUPPLY = "protocols.supply";
  public static final String APPROVE = "protocols.approve";
  public static final String VALIDATE = "protocols.validate";
  public static final String FINALIZE = "protocols.finalize";
  public static final String ACCEPT = "protocols.accept";
  public static final String CANCEL = "protocols.cancel";
  public static final String ADMINISTER = "protocols.administer";

  private ProtocolPermission() {}
}
