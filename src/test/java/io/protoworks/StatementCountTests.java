package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.platform.Client;
import io.protoworks.platform.EdgeLoads;
import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A level of a query costs one statement for a thousand parents as for one, whatever the edge.
 *
 * <p>A new edge is measured as soon as it is declared. The figures are in {@code
 * target/statements.md}; those of {@code src/docs/benchmarks.md} were copied from there.
 */
@ServerTest
class StatementCountTests {
  private static final Logger LOG = LoggerFactory.getLogger(StatementCountTests.class);
  private static final Path FIGURES = Path.of("target/statements.md");
  private static final Pattern GLOBAL_ID = Pattern.compile("[a-z_]+_[0-9a-z]{26}");
  private static final List<Integer> PARENTS = List.of(1, 10, 1000);

  @Autowired EdgeLoads edges;
  @Autowired Statements statements;
  @Autowired Tenants tenants;
  @Autowired JdbcClient database;
  @Autowired ObjectProvider<PermissionSource> permissions;

  /** What an edge cost for each number of parents. */
  private record Cost(String edge, List<Integer> statements, List<Long> micros) {
    boolean isConstant() {
      return Set.copyOf(statements).size() == 1;
    }

    /**
     * One; for an audit trail one before it, in which projects the viewer may read the log; for
     * what may be done next also one for the viewer's standing and one for what blocks it; for a
     * document one each for versions, their items and their disciplines.
     */
    boolean isLow() {
      int most =
          switch (edge) {
            case "Protocol.availableTransitions", "ProtocolTemplate.document" -> 3;
            default -> edge.endsWith(".auditTrail") ? 2 : 1;
          };
      return statements.getFirst() <= most;
    }
  }

  @Test
  void anEdgeCostsTheSameForOneParentAndForAThousand() throws IOException {
    Tenant tenant = tenants.tenant(tenants.shared());
    tenants.populate(tenant);
    fill(tenant.projectId());
    Map<String, List<UUID>> parents = parents(tenant);
    Viewer viewer = viewer(tenant.keeper().id());
    List<Cost> costs = edges.all().stream().map(edge -> cost(edge, viewer, parents)).toList();
    write(costs);
    assertThat(costs).isNotEmpty().allMatch(Cost::isConstant).allMatch(Cost::isLow);
  }

  private Cost cost(EdgeLoads.Load<?, ?> edge, Viewer viewer, Map<String, List<UUID>> parents) {
    List<Integer> counts = new ArrayList<>();
    List<Long> micros = new ArrayList<>();
    for (int count : PARENTS) {
      List<UUID> keys = edge.keys(viewer, type -> parents.getOrDefault(type, List.of()), count);
      edge.run(viewer, keys);
      long start = System.nanoTime();
      counts.add(statements.during(() -> edge.run(viewer, keys)).size());
      micros.add((System.nanoTime() - start) / 1000);
    }
    return new Cost(edge.name(), counts, micros);
  }

  private static void write(List<Cost> costs) throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| edge | statements for 1, 10, 1,000 parents | ms |\n| --- | --- | --- |\n");
    costs.forEach(
        cost ->
            table.append(
                "| %s | %s | %s |\n"
                    .formatted(
                        cost.edge(),
                        joined(cost.statements().stream().map(String::valueOf)),
                        joined(
                            cost.micros().stream()
                                .map(
                                    micros ->
                                        String.format(Locale.ROOT, "%.1f", micros / 1000.0))))));
    Files.writeString(FIGURES, table);
    LOG.info("Statements per edge:\n{}", table);
  }

  private static String joined(Stream<String> figures) {
    return figures.collect(Collectors.joining(", "));
  }

  private Viewer viewer(UUID userId) {
    Set<String> everything =
        permissions.stream()
            .flatMap(source -> source.permissions().stream())
            .map(Permission::name)
            .collect(Collectors.toSet());
    return new Viewer(userId, null, everything, Client.SELF);
  }

  /** What the parts remember, and of the hierarchy as much as is asked for at most. */
  private Map<String, List<UUID>> parents(Tenant tenant) {
    Map<String, List<UUID>> parents = new HashMap<>();
    tenant.remembered().values().stream()
        .filter(word -> GLOBAL_ID.matcher(word).matches())
        .map(TypeId::parse)
        .forEach(
            id ->
                parents.computeIfAbsent(edges.type(id), type -> new ArrayList<>()).add(id.uuid()));
    for (String table : List.of("subsystems", "equipments")) {
      parents
          .computeIfAbsent(
              table.equals("subsystems") ? "Subsystem" : "Equipment", type -> new ArrayList<>())
          .addAll(
              database
                  .sql("select id from plant.%s where project_id = ? limit 1000".formatted(table))
                  .param(tenant.projectId())
                  .query(UUID.class)
                  .list());
    }
    return parents;
  }

  /** A thousand subsystems with an equipment each. */
  private void fill(UUID projectId) {
    database
        .sql(
            """
            with subsystem as (
              insert into plant.subsystems (system_id, project_id, code, name, created_by, updated_by)
              select system.id, system.project_id, 'SS' || number, 'Subsystem', system.created_by,
                     system.created_by
                from (select * from plant.systems where project_id = ? and is_active limit 1) system,
                     generate_series(1, 1000) number
              returning *
            )
            insert into plant.equipments
                   (tag_id, application, subsystem_id, project_id, created_by, updated_by)
            select subsystem.code, 'Application', subsystem.id, subsystem.project_id,
                   subsystem.created_by, subsystem.created_by
              from subsystem
            """)
        .param(projectId)
        .update();
  }
}
