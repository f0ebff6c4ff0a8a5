package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A module writes its own tables, and reads its own and those of the modules that it may use. */
@ServerTest
class SqlBoundaryTests {
  @Autowired SqlSessionFactory sessions;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transactions;

  private SqlBorders borders() throws IOException {
    return new SqlBorders(database, Modules.dependencies());
  }

  @TestFactory
  Stream<DynamicTest> everyStatementStaysWithinItsModule() throws IOException {
    SqlBorders borders = borders();
    return MapperStatements.mappers(sessions.getConfiguration()).stream()
        .map(
            mapper ->
                DynamicTest.dynamicTest(
                    mapper.getSimpleName(), () -> staysWithin(mapper, borders)));
  }

  private void staysWithin(Class<?> mapper, SqlBorders borders) {
    String own = Modules.of(mapper);
    Arrays.stream(mapper.getDeclaredMethods())
        .flatMap(
            method -> MapperStatements.shapes(sessions.getConfiguration(), mapper, method).stream())
        .forEach(
            shape ->
                assertThat(borders.beyond(own, SqlPlaces.of(shape.sql())))
                    .as(shape.sql())
                    .isEmpty());
  }

  @Test
  void functionsViewsTriggersAndForeignKeysStayWithinTheirModule() throws IOException {
    assertThat(borders().beyond()).isEmpty();
  }

  @Test
  void everyExceptionIsNeeded() throws IOException {
    assertThat(borders().exceptionsWithoutNeed()).isEmpty();
  }

  @Test
  void whatReachesBeyondIsSeen() throws IOException {
    assertThat(
            beyondWith(
                "create view audit.wrong as select 1 as x from audit.audit_logs, plant.areas"))
        .containsExactly("audit: the view wrong reads plant");
    assertThat(
            beyondWith(
                """
                create function plant.wrong() returns void language plpgsql as $$
                begin
                  update identity.users set name = name where false;
                  perform from plant.areas, protocol.protocols;
                  execute 'delete from audit.audit_logs';
                end $$
                """))
        .containsExactlyInAnyOrder(
            "plant.wrong writes identity.users",
            "plant.wrong reads protocol.protocols",
            "plant.wrong executes texts");
    assertThat(
            beyondWith(
                """
                create trigger fitting after insert on attachment.uploads
                for each row execute function template.refuse_published_item_change()
                """,
                """
                create trigger wrong after insert on attachment.uploads
                for each row execute function plant.refuse_project_change()
                """))
        .containsExactly("plant: the trigger wrong is fired by attachment");
    assertThat(beyondWith("create table identity.wrong (id uuid references plant.projects (id))"))
        .containsExactly("identity: the foreign key wrong_id_fkey refers to plant");
  }

  /** What is found with these statements run, which are undone at once. */
  private List<String> beyondWith(String... statements) throws IOException {
    SqlBorders borders = borders();
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              status.setRollbackOnly();
              for (String statement : statements) {
                database.sql(statement).update();
              }
              return borders.beyond();
            }));
  }
}
