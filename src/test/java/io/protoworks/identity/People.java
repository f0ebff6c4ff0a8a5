package io.protoworks.identity;

import io.protoworks.platform.TypeId;
import io.protoworks.testing.Fixture;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies and users for tests; a user comes signed in. */
@Fixture
public class People {
  /** A password hash that no password has: these users come with their session. */
  private static final String NO_PASSWORD = "$argon2id$none";

  private final JdbcClient database;
  private final AccessTokens tokens;

  People(JdbcClient database, AccessTokens tokens) {
    this.database = database;
    this.tokens = tokens;
  }

  /** A user with a session; {@link #token} is valid. */
  public record SignedIn(UUID id, UUID companyId, String email, String token) {
    public String globalId() {
      return new TypeId("user", id).toString();
    }
  }

  /** What a user is made of. */
  public record UserDraft(String email, String name, UserRole role, UUID companyId) {
    public UserDraft withEmail(String email) {
      return new UserDraft(email, name, role, companyId);
    }

    public UserDraft withName(String name) {
      return new UserDraft(email, name, role, companyId);
    }

    public UserDraft withRole(UserRole role) {
      return new UserDraft(email, name, role, companyId);
    }

    public UserDraft withCompany(UUID companyId) {
      return new UserDraft(email, name, role, companyId);
    }
  }

  /** A company of its own for this test. */
  public UUID company(CompanyType type) {
    return company(type, "%s %s".formatted(type, UUID.randomUUID()));
  }

  public UUID company(CompanyType type, String name) {
    return database
        .sql(
            "insert into identity.companies (name, type) values (?, ?::identity.company_type)"
                + " returning id")
        .params(name, type.name())
        .query(UUID.class)
        .single();
  }

  public SignedIn admin() {
    return user(draft -> draft.withRole(UserRole.ADMIN));
  }

  /** Somebody with a role and rights, but of a company that takes part in nothing. */
  public SignedIn stranger() {
    return user(draft -> draft.withRole(UserRole.MANAGER));
  }

  /** A TECHNICIAN of a company of their own, unless changed. */
  public SignedIn user(UnaryOperator<UserDraft> changes) {
    UUID unique = UUID.randomUUID();
    UserDraft draft =
        changes.apply(
            new UserDraft(
                unique + "@people.example",
                "User " + unique,
                UserRole.TECHNICIAN,
                company(CompanyType.MONTADORA)));
    UUID id =
        database
            .sql(
                "insert into identity.users (email, name, role, company_id, password_hash)"
                    + " values (?, ?, ?::identity.user_role, ?, ?) returning id")
            .params(
                draft.email(), draft.name(), draft.role().name(), draft.companyId(), NO_PASSWORD)
            .query(UUID.class)
            .single();
    return new SignedIn(id, draft.companyId(), draft.email(), token(id));
  }

  /** Signs the user in on a device of its own. */
  public String token(UUID userId) {
    UUID device =
        database
            .sql(
                "insert into identity.device_sessions (user_id, device_fingerprint) values (?, ?)"
                    + " returning id")
            .params(userId, Secrets.hash(Secrets.random()))
            .query(UUID.class)
            .single();
    UUID session =
        database
            .sql(
                "insert into identity.sessions"
                    + " (user_id, device_session_id, refresh_token_hash, ip_address, expires_at)"
                    + " values (?, ?, ?, '127.0.0.1', now() + interval '1 day') returning id")
            .params(userId, device, Secrets.hash(Secrets.random()))
            .query(UUID.class)
            .single();
    return tokens.issue(userId, session).token();
  }
}
