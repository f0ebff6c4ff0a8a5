package io.protoworks.identity;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.identity.People.UserDraft;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Fixture;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Roles for tests, and users who have exactly certain permissions. */
@Fixture
public class Rights {
  private final JdbcClient database;
  private final People people;

  Rights(JdbcClient database, People people) {
    this.database = database;
    this.people = people;
  }

  /** A role that permits exactly this. */
  public UUID role(String... permissions) {
    UUID role =
        database
            .sql("insert into identity.roles (name) values (?) returning id")
            .param("Role " + UUID.randomUUID())
            .query(UUID.class)
            .single();
    for (String permission : permissions) {
      database
          .sql("insert into identity.role_permissions (role_id, permission) values (?, ?)")
          .params(role, permission)
          .update();
    }
    return role;
  }

  /** Gives the role beside the base role. */
  public void give(UUID userId, UUID roleId) {
    database
        .sql("insert into identity.user_roles (user_id, role_id) values (?, ?)")
        .params(userId, roleId)
        .update();
  }

  /** A user of a company of their own who has exactly these permissions. */
  public SignedIn userWith(String... permissions) {
    return userWith(draft -> draft, permissions);
  }

  /** The base role SUPPLIER permits nothing but its own work. */
  public SignedIn userWith(UnaryOperator<UserDraft> changes, String... permissions) {
    SignedIn user = people.user(draft -> changes.apply(draft).withRole(UserRole.SUPPLIER));
    give(user.id(), role(permissions));
    return user;
  }

  /** What a base role permits, and more. */
  public String[] of(UserRole role, String... more) {
    return Stream.concat(
            database
                .sql(
                    "select permission from identity.role_permissions permission"
                        + " join identity.roles role on role.id = permission.role_id"
                        + " where role.name = ? and role.is_base")
                .param(role.name())
                .query(String.class)
                .list()
                .stream(),
            Stream.of(more))
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  /** The global id of a row. */
  public static String globalId(String type, UUID id) {
    return new TypeId(type, id).toString();
  }
}
