package io.protoworks.audit;

/** The permissions that this module asks for, as roles hold them. */
public final class AuditPermission {
  public static final String AUDIT_READ = "audit.read";
  public static final String SECURITY_READ = "security.read";

  private AuditPermission() {}
}
