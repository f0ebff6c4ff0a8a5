package io.protoworks.identity;

import io.protoworks.testing.Fixture;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Departments for tests, and who belongs to them. */
@Fixture
public class Departments {
  private final JdbcClient database;

  Departments(JdbcClient database) {
    this.database = database;
  }

  /** A department of its own for this test, at the top of a tree. */
  public UUID department() {
    return department("Department " + UUID.randomUUID(), null);
  }

  public UUID department(String name, @Nullable UUID parent) {
    return database
        .sql("insert into identity.departments (name, parent_id) values (?, ?) returning id")
        .params(Arrays.asList(name, parent))
        .query(UUID.class)
        .single();
  }

  public void join(UUID userId, UUID departmentId) {
    database
        .sql("insert into identity.user_departments (user_id, dept_id) values (?, ?)")
        .params(userId, departmentId)
        .update();
  }

  /** The global id of a department. */
  public static String id(UUID department) {
    return Rights.globalId("department", department);
  }
}
