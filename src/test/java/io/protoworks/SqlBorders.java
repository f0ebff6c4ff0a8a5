package io.protoworks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what reaches over the border of its module, in a statement and in the database itself. */
final class SqlBorders {
  /** What a statement per trigger calls the rows that it was fired for. */
  private static final Set<String> TRANSITION_TABLES = Set.of("new_rows", "old_rows");

  /** Which functions write tables of another module, and which. */
  private static final Map<String, Set<String>> MAY_WRITE =
      Map.of(
          // What happens to protocols and pendencies moves the counts that gates are judged by, in
          // the same statement. The module that keeps the counts stands before those that move
          // them.
          "protocol.count_stages", Set.of("completion.stage_progress"),
          "protocol.recount_equipment_stages", Set.of("completion.equipment_stages"),
          // Open pendencies are counted where they stand, so that a protocol or an item that has
          // some is known without asking the module after it.
          "pendency.count_where_they_stand",
              Set.of("completion.stage_progress", "protocol.protocols", "protocol.protocol_items"));

  /** Which functions run texts that they put together, which are not seen here. */
  private static final Set<String> MAY_EXECUTE_TEXTS =
      Set.of(
          // Names of partitions hold the month.
          "audit.ensure_partitions",
          "platform.ensure_event_partitions",
          "platform.drop_event_partitions",
          // The level below, in the same schema, is an argument of each of its triggers.
          "plant.refuse_active_children");

  private static final Pattern EXECUTES = Pattern.compile("(?im)^\\s*execute\\b");

  private final JdbcClient database;
  private final Map<String, Set<String>> dependencies;

  /** A function of the database and its body. */
  private record Function(String name, String body) {
    boolean executes() {
      return EXECUTES.matcher(body).find();
    }
  }

  /** Something that belongs to one schema and reaches to another. */
  private record Reach(String name, String module, String reached) {}

  SqlBorders(JdbcClient database, Map<String, Set<String>> dependencies) {
    this.database = database;
    this.dependencies = dependencies;
  }

  /** What a statement of a module writes or reads that it must not. */
  List<String> beyond(String module, SqlPlaces places) {
    return beyond(module, places, Set.of(), Set.of());
  }

  private List<String> beyond(
      String module, SqlPlaces places, Set<String> writable, Set<String> withoutSchema) {
    List<String> found = new ArrayList<>();
    for (String place : places.written()) {
      if (!schema(place).equals(module) && !writable.contains(place)) {
        found.add("writes " + place);
      }
    }
    for (String place : places.read()) {
      if (!mayRead(module, schema(place))
          && !place.startsWith("pg_")
          && !withoutSchema.contains(place)) {
        found.add("reads " + place);
      }
    }
    for (String schema : places.used()) {
      if (dependencies.containsKey(schema) && !mayRead(module, schema)) {
        found.add("uses " + schema);
      }
    }
    return found;
  }

  /** What in the database reaches beyond: functions, views, triggers and foreign keys. */
  List<String> beyond() {
    List<String> found = new ArrayList<>();
    functions().forEach(function -> found.addAll(beyond(function)));
    views().stream()
        .filter(view -> !mayRead(view.module(), view.reached()))
        .map(
            view ->
                "%s: the view %s reads %s".formatted(view.module(), view.name(), view.reached()))
        .forEach(found::add);
    // A trigger is of the module that its function is of, or of the one that has the table.
    triggers().stream()
        .filter(
            trigger ->
                !mayRead(trigger.module(), trigger.reached())
                    && !mayRead(trigger.reached(), trigger.module()))
        .map(
            trigger ->
                "%s: the trigger %s is fired by %s"
                    .formatted(trigger.module(), trigger.name(), trigger.reached()))
        .forEach(found::add);
    foreignKeys().stream()
        .filter(key -> !mayRead(key.module(), key.reached()))
        .map(
            key ->
                "%s: the foreign key %s refers to %s"
                    .formatted(key.module(), key.name(), key.reached()))
        .forEach(found::add);
    return found;
  }

  private List<String> beyond(Function function) {
    List<String> found =
        new ArrayList<>(
            beyond(
                schema(function.name()),
                SqlPlaces.of(function.body()),
                MAY_WRITE.getOrDefault(function.name(), Set.of()),
                TRANSITION_TABLES));
    if (function.executes() && !MAY_EXECUTE_TEXTS.contains(function.name())) {
      found.add("executes texts");
    }
    return found.stream().map(what -> function.name() + " " + what).toList();
  }

  /** Exceptions that nothing makes use of. */
  List<String> exceptionsWithoutNeed() {
    Map<String, Set<String>> written = new TreeMap<>();
    Set<String> executing = new TreeSet<>();
    for (Function function : functions()) {
      written
          .computeIfAbsent(function.name(), name -> new TreeSet<>())
          .addAll(SqlPlaces.of(function.body()).written());
      if (function.executes()) {
        executing.add(function.name());
      }
    }
    return Stream.concat(
            MAY_WRITE.entrySet().stream()
                .filter(
                    exception ->
                        !written
                            .getOrDefault(exception.getKey(), Set.of())
                            .containsAll(exception.getValue()))
                .map(Map.Entry::getKey),
            MAY_EXECUTE_TEXTS.stream().filter(name -> !executing.contains(name)))
        .toList();
  }

  private boolean mayRead(String module, String schema) {
    return schema.equals(module) || dependencies.getOrDefault(module, Set.of()).contains(schema);
  }

  private static String schema(String place) {
    return place.contains(".") ? place.replaceFirst("\\..*", "") : "";
  }

  private List<Function> functions() {
    return database
        .sql(
            """
            select pronamespace::regnamespace || '.' || proname as name,
                   coalesce(pg_get_function_sqlbody(function.oid), prosrc) as body
              from pg_proc function
             where pronamespace::regnamespace::text = any (:modules)
               and not exists (select from pg_depend where objid = function.oid and deptype = 'e')
            """)
        .param("modules", modules())
        .query((row, number) -> new Function(row.getString(1), row.getString(2)))
        .list();
  }

  /** What a view is made of, the planner knows best. */
  private List<Reach> views() {
    return reaches(
        """
        select view.relname as name, view.relnamespace::regnamespace as module,
               reached.relnamespace::regnamespace as reached
          from pg_class view
          join pg_rewrite rule on rule.ev_class = view.oid
          join pg_depend on pg_depend.objid = rule.oid and pg_depend.refobjid <> view.oid
          join pg_class reached on pg_depend.refclassid = 'pg_class'::regclass and reached.oid = pg_depend.refobjid
         where view.relkind in ('v', 'm')
        union
        select view.relname, view.relnamespace::regnamespace, reached.pronamespace::regnamespace
          from pg_class view
          join pg_rewrite rule on rule.ev_class = view.oid
          join pg_depend on pg_depend.objid = rule.oid
          join pg_proc reached on pg_depend.refclassid = 'pg_proc'::regclass and reached.oid = pg_depend.refobjid
        """);
  }

  private List<Reach> triggers() {
    return reaches(
        """
        select tgname as name, pronamespace::regnamespace as module, relnamespace::regnamespace as reached
          from pg_trigger
          join pg_proc on pg_proc.oid = tgfoid
          join pg_class on pg_class.oid = tgrelid
         where not tgisinternal
        """);
  }

  private List<Reach> foreignKeys() {
    return reaches(
        """
        select conname as name, holder.relnamespace::regnamespace as module,
               reached.relnamespace::regnamespace as reached
          from pg_constraint
          join pg_class holder on holder.oid = conrelid
          join pg_class reached on reached.oid = confrelid
         where contype = 'f'
        """);
  }

  private List<Reach> reaches(String sql) {
    return database
        .sql(
            """
            select name::text, module::text, reached::text
              from (%s) reach
             where module::text = any (:modules) and reached::text = any (:modules)
             order by module, name, reached
            """
                .formatted(sql))
        .param("modules", modules())
        .query((row, number) -> new Reach(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private String[] modules() {
    return dependencies.keySet().toArray(String[]::new);
  }
}
