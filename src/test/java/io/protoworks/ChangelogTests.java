package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the changelog makes, in a database of its own on the tests' server. */
class ChangelogTests {
  private static final String CHANGELOG = "db/changelog/db.changelog-master.yaml";
  private static final String DATABASE = "changelog_tests";
  private static final Pattern FILE_NAME = Pattern.compile("(\\d{4})_[a-z0-9]+(_[a-z0-9]+)+\\.sql");
  private static final Pattern CHANGESET = Pattern.compile("(?m)^--changeset (\\S+)");

  /** What belongs to the database itself, to an extension, or to Liquibase. */
  private static final String OURS =
      """
      nspname not like 'pg\\_%' and nspname <> 'information_schema'
      """;

  private static DataSource dataSource;
  private static JdbcClient database;

  @BeforeAll
  static void installAFreshDatabase() throws Exception {
    onTheServer("drop database if exists %s with (force)".formatted(DATABASE));
    onTheServer("create database " + DATABASE);
    TestDatabase.Address server = TestDatabase.address();
    dataSource =
        new DriverManagerDataSource(
            server.url().replaceFirst("/\\w+(?=$|\\?)", "/" + DATABASE),
            server.username(),
            server.password());
    database = JdbcClient.create(dataSource);
    install();
  }

  @AfterAll
  static void leaveNothing() throws SQLException {
    onTheServer("drop database %s with (force)".formatted(DATABASE));
  }

  private static void onTheServer(String statement) throws SQLException {
    TestDatabase.Address server = TestDatabase.address();
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.username(), server.password());
        var command = connection.createStatement()) {
      command.execute(statement);
    }
  }

  private static void install() throws Exception {
    try (Liquibase liquibase = liquibase()) {
      liquibase.update("");
    }
  }

  private static Liquibase liquibase() throws Exception {
    return new Liquibase(
        CHANGELOG,
        new ClassLoaderResourceAccessor(),
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(dataSource.getConnection())));
  }

  private static List<@Nullable String> list(String query) {
    return database.sql(query).query(String.class).list();
  }

  private static List<@Nullable String> objects() {
    return list(
        """
        select 'schema ' || nspname from pg_namespace where %1$s and nspname <> 'public'
        union all
        select 'relation ' || oid::regclass || ' ' || relkind::text from pg_class
         where relname not like 'databasechangelog%%' and relkind <> 't'
           and relnamespace in (select oid from pg_namespace where %1$s)
        union all
        select 'column ' || attrelid::regclass || '.' || attname || ' '
               || format_type(atttypid, atttypmod) || attnotnull::text
          from pg_attribute join pg_class on pg_class.oid = attrelid
         where attnum > 0 and not attisdropped and relname not like 'databasechangelog%%'
           and relnamespace in (select oid from pg_namespace where %1$s)
        union all
        select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
         where conname not like 'databasechangelog%%'
           and connamespace in (select oid from pg_namespace where %1$s)
        union all
        select 'trigger ' || tgname || ' ' || pg_get_triggerdef(oid) from pg_trigger
         where not tgisinternal
        union all
        select 'function ' || oid::regprocedure from pg_proc
         where pronamespace in (select oid from pg_namespace where %1$s)
        union all
        select 'type ' || oid::regtype from pg_type
         where typname not like '%%databasechangelog%%'
           and typnamespace in (select oid from pg_namespace where %1$s)
        union all
        select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
        order by 1
        """
            .formatted(OURS));
  }

  @Test
  void canBeTakenBackWholeAndInstalledAgain() throws Exception {
    List<@Nullable String> installed = objects();
    Integer changesets =
        database.sql("select count(*) from databasechangelog").query(Integer.class).single();
    try (Liquibase liquibase = liquibase()) {
      liquibase.rollback(changesets, "");
    }
    assertThat(objects()).as("what the rollbacks leave behind").isEmpty();
    install();
    assertThat(objects()).isEqualTo(installed);
  }

  @Test
  void everyFileIsOneChangesetThatCanBeTakenBack() throws IOException {
    eachFile(
        file -> {
          Matcher name = FILE_NAME.matcher(file.getFileName().toString());
          assertThat(name.matches()).as("the form of the name of %s", file).isTrue();
          String module = file.getName(file.getNameCount() - 2).toString();
          String text = read(file);
          assertThat(CHANGESET.matcher(text).results().map(found -> found.group(1)))
              .as("the changesets of %s", file)
              .containsExactly("protoworks:%s-%s".formatted(module, name.group(1)));
          assertThat(text).as("%s", file).contains("\n--rollback ");
        });
  }

  @Test
  void filesOfAModuleAreNumberedWithoutGaps() throws IOException {
    for (Path module : folders()) {
      try (Stream<Path> files = Files.list(module)) {
        List<String> numbers =
            files.map(file -> file.getFileName().toString().substring(0, 4)).sorted().toList();
        assertThat(numbers)
            .as("the files of %s", module)
            .isEqualTo(
                Stream.iterate(0, number -> number + 1)
                    .limit(numbers.size())
                    .map("%04d"::formatted)
                    .toList());
      }
    }
  }

  private static void eachFile(Consumer<Path> check) throws IOException {
    for (Path module : folders()) {
      try (Stream<Path> files = Files.list(module)) {
        files.forEach(check);
      }
    }
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("db/changelog"))) {
      return files.filter(Files::isDirectory).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void everyObjectSaysWhatItIs() {
    assertThat(
            list(
                """
                select 'schema ' || nspname from pg_namespace
                 where %1$s and nspname <> 'public' and obj_description(oid, 'pg_namespace') is null
                union all
                select 'relation ' || oid::regclass from pg_class
                 where relkind in ('r', 'p', 'v', 'm') and relname not like 'databasechangelog%%'
                   and relnamespace in (select oid from pg_namespace where %1$s)
                   and obj_description(oid, 'pg_class') is null
                union all
                select 'column ' || attrelid::regclass || '.' || attname
                  from pg_attribute join pg_class on pg_class.oid = attrelid
                 where relkind in ('r', 'p', 'v', 'm') and relname not like 'databasechangelog%%'
                   and relnamespace in (select oid from pg_namespace where %1$s)
                   and attnum > 0 and not attisdropped and col_description(attrelid, attnum) is null
                union all
                select 'function ' || oid::regprocedure from pg_proc
                 where pronamespace in (select oid from pg_namespace where %1$s)
                   and obj_description(oid, 'pg_proc') is null
                   and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
                union all
                select 'enum ' || oid::regtype from pg_type
                 where typtype = 'e' and obj_description(oid, 'pg_type') is null
                   and typnamespace in (select oid from pg_namespace where %1$s)
                """
                    .formatted(OURS)))
        .as("objects without a comment")
        .isEmpty();
  }

  /** By one that begins with its columns, or with the one that alone names the referred row. */
  @Test
  void everyForeignKeyIsServedByAnIndexThatItLeads() {
    assertThat(
            list(
                """
                select conrelid::regclass || ' ' || conname
                  from pg_constraint
                 where contype = 'f' and conparentid = 0
                   and not exists (
                     select from pg_index
                      where indrelid = conrelid
                        and (indpred is null or pg_get_expr(indpred, indrelid) like '%IS NOT NULL%')
                        and ((select array_agg(key order by key)
                                from unnest((indkey::int2[])[0:cardinality(conkey) - 1]) key)
                             = (select array_agg(key order by key) from unnest(conkey) key)
                             or exists (
                               select from unnest(conkey, confkey) as pair (own, referred)
                                 join pg_constraint target
                                   on target.conrelid = pg_constraint.confrelid and target.contype = 'p'
                                where pair.own = indkey[0] and target.conkey = array[pair.referred])))
                """))
        .as("foreign keys without an index")
        .isEmpty();
  }

  @Test
  void everyForeignKeySaysWhatADeletionDoes() {
    assertThat(
            list(
                """
                select conrelid::regclass || ' ' || conname from pg_constraint
                 where contype = 'f' and conparentid = 0 and confdeltype not in ('r', 'c', 'n')
                """))
        .as("foreign keys that neither restrict, cascade nor set null")
        .isEmpty();
  }

  @Test
  void everyTableHasAPrimaryKey() {
    assertThat(
            list(
                """
                select oid::regclass::text from pg_class
                 where relkind in ('r', 'p') and relname not like 'databasechangelog%%'
                   and relnamespace in (select oid from pg_namespace where %s)
                   and not exists (
                     select from pg_constraint where conrelid = pg_class.oid and contype = 'p')
                """
                    .formatted(OURS)))
        .isEmpty();
  }

  @Test
  void columnsAreOfTheTypesThatWeAgreedOn() {
    assertThat(
            list(
                """
                select attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod)
                  from pg_attribute join pg_class on pg_class.oid = attrelid
                 where relkind in ('r', 'p') and relname not like 'databasechangelog%%'
                   and relnamespace in (select oid from pg_namespace where %s)
                   and attnum > 0 and not attisdropped
                   and atttypid in (
                     'varchar'::regtype, 'bpchar'::regtype, 'timestamp'::regtype, 'time'::regtype,
                     'timetz'::regtype, 'json'::regtype, 'money'::regtype, 'float4'::regtype)
                """
                    .formatted(OURS)))
        .as("text, timestamptz, jsonb, numeric instead")
        .isEmpty();
  }
}
