package io.protoworks.identity;

/** The permissions that this module asks for, as roles hold them. */
public final class IdentityPermission {
  public static final String COMPANIES_WRITE = "companies.write";
  public static final String DISCIPLINES_WRITE = "disciplines.write";
  public static final String DEPARTMENTS_WRITE = "departments.write";
  public static final String USERS_READ = "users.read";
  public static final String USERS_WRITE = "users.write";
  public static final String ROLES_WRITE = "roles.write";
  public static final String ROLES_GRANT = "roles.grant";

  private IdentityPermission() {}
}
