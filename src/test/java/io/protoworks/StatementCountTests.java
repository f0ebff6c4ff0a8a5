package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.Client;
import io.protoworks.platform.EdgeLoads;
import io.protoworks.platform.EdgeParents;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A level of a query costs one statement for a thousand parents as for one, whatever the edge.
 *
 * <p>A new edge is measured as soon as it is declared, and fails until there are ten parents from
 * which it leads somewhere: the tenants have one of everything each, and {@link EdgeWorld} makes
 * the rest. The figures are in {@code target/statements.md}; those of {@code
 * src/docs/benchmarks.md} were copied from there.
 */
@ServerTest
class StatementCountTests {
  private static final Logger LOG = LoggerFactory.getLogger(StatementCountTests.class);
  private static final Path FIGURES = Path.of("target/statements.md");
  private static final Pattern GLOBAL_ID = Pattern.compile("[a-z_]+_[0-9a-z]{26}");
  private static final List<Integer> PARENTS = List.of(1, 10, 1000);

  /** From so many parents at least an edge has to lead somewhere. */
  private static final int REAL = 10;

  private static final int TENANTS = 12;

  /** Edges of what no edge leads to, such as a value of an item, and what their keys are ids of. */
  private static final Map<String, String> NO_EDGE_LEADS_THERE =
      Map.of(
          "CreateProtocolResult.equipment", "equipment",
          "NumberValue.instrument", "protocol_instrument",
          "NumberRangeValue.instrument", "protocol_instrument",
          "Photo.attachment", "attachment",
          "SignatureValue.signer", "user",
          "ProtocolVerification.brokenSignatures", "protocol_signature",
          "NotificationPreferences.mutedProjects", "project");

  @Autowired EdgeLoads edges;
  @Autowired Statements statements;
  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired EdgeWorld world;
  @Autowired TransactionOperations transactions;
  @Autowired ObjectProvider<PermissionSource> permissions;

  /**
   * What an edge cost for each number of parents.
   *
   * @param real how many of the keys lead somewhere
   */
  private record Cost(String edge, int real, List<Integer> statements, List<Long> micros) {
    boolean isMeasured() {
      return real >= REAL;
    }

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
    List<Tenant> plants = Stream.generate(this::tenant).limit(TENANTS).toList();
    Viewer viewer = viewer(people.user(draft -> draft.withRole(UserRole.ADMIN)).id());
    List<Cost> costs =
        Objects.requireNonNull(transactions.execute(undone -> costs(plants, viewer, undone)));
    write(costs);
    assertThat(costs).isNotEmpty();
    assertThat(costs).filteredOn(cost -> !cost.isMeasured()).as("from too few parents").isEmpty();
    assertThat(costs).filteredOn(cost -> !cost.isConstant()).as("more for more").isEmpty();
    assertThat(costs).filteredOn(cost -> !cost.isLow()).as("too many").isEmpty();
  }

  /** What is only made up so that edges lead somewhere is gone afterwards. */
  private List<Cost> costs(List<Tenant> plants, Viewer viewer, TransactionStatus undone) {
    undone.setRollbackOnly();
    // The last: the others are reached before there are too many.
    UUID projectId = plants.getLast().projectId();
    world.fill(projectId);
    world.spread(plants.stream().map(tenant -> tenant.keeper().id()).toList());
    EdgeParents parents = reached(plants, viewer);
    parents.ids().forEach((type, ids) -> world.record(projectId, type, ids));
    return edges.all().stream().map(edge -> cost(edge, viewer, parents)).toList();
  }

  private Tenant tenant() {
    Tenant tenant = tenants.tenant(tenants.shared());
    tenants.populate(tenant);
    return tenant;
  }

  /** What is the keepers' own is found by them. */
  private EdgeParents reached(List<Tenant> plants, Viewer viewer) {
    Stream<TypeId> remembered =
        plants.stream()
            .flatMap(tenant -> tenant.remembered().values().stream())
            .filter(word -> GLOBAL_ID.matcher(word).matches())
            .map(TypeId::parse);
    Stream<TypeId> filled =
        Stream.of("subsystem", "equipment", "gate_waiver", "pendency", "security_event")
            .flatMap(noun -> world.ids(noun).stream().map(id -> new TypeId(noun, id)));
    return EdgeParents.reach(
        edges,
        Stream.concat(
                plants.stream().map(tenant -> viewer(tenant.keeper().id())), Stream.of(viewer))
            .toList(),
        Stream.concat(remembered, filled).toList());
  }

  /** First the keys that lead somewhere, then those of other parents, then some of none. */
  private Cost cost(EdgeLoads.Load<?, ?> edge, Viewer viewer, EdgeParents parents) {
    Set<UUID> known = edge.keys(parents.of(edge));
    Optional.ofNullable(NO_EDGE_LEADS_THERE.get(edge.name()))
        .ifPresent(noun -> known.addAll(world.ids(noun)));
    Set<UUID> leading = edge.children(viewer, known).keySet();
    List<UUID> all =
        Stream.of(leading.stream(), known.stream(), Stream.generate(UUID::randomUUID))
            .flatMap(keys -> keys)
            .distinct()
            .limit(PARENTS.getLast())
            .toList();
    List<Integer> counts = new ArrayList<>();
    List<Long> micros = new ArrayList<>();
    for (int count : PARENTS) {
      List<UUID> keys = all.subList(0, count);
      edge.run(viewer, keys);
      long start = System.nanoTime();
      counts.add(statements.during(() -> edge.run(viewer, keys)).size());
      micros.add((System.nanoTime() - start) / 1000);
    }
    return new Cost(edge.name(), leading.size(), counts, micros);
  }

  private static void write(List<Cost> costs) throws IOException {
    StringBuilder table =
        new StringBuilder(
            """
            | edge | lead somewhere | statements for 1, 10, 1,000 parents | ms |
            | --- | --- | --- | --- |
            """);
    costs.forEach(
        cost ->
            table.append(
                "| %s | %d | %s | %s |\n"
                    .formatted(
                        cost.edge(),
                        cost.real(),
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
}
