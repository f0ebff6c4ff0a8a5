package io.protoworks.intake;

import static org.awaitility.Awaitility.await;

import io.protoworks.attachment.Uploads;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.register.RegisterField;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Imports registers the way a client does. */
@Fixture
public class Imports {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static final String START =
      """
      mutation($input: StartImportInput!) {
        startImport(input: $input) {
          importJob { id status }
          errors {
            __typename message code path
            ... on UnsupportedFile { reason }
            ... on MappingInvalid { reason nearMatches }
          }
        }
      }
      """;

  private static final String READ =
      """
      query($id: ID!) {
        importJob(id: $id) {
          status totalRows processedRows createdRows changedRows unchangedRows errorRows failure
        }
      }
      """;

  private final Api api;
  private final People people;
  private final Plants plants;
  private final Uploads uploads;

  Imports(Api api, People people, Plants plants, Uploads uploads) {
    this.api = api;
    this.people = people;
    this.plants = plants;
    this.uploads = uploads;
  }

  /** Somebody who may import, and a project of their own to import into. */
  public record Site(People.SignedIn manager, UUID projectId) {
    public String token() {
      return manager.token();
    }

    public String projectGlobalId() {
      return new TypeId("project", projectId).toString();
    }
  }

  /** How an import stands. */
  public record State(
      ImportStatus status,
      @Nullable Integer totalRows,
      int processedRows,
      int createdRows,
      int changedRows,
      int unchangedRows,
      int errorRows,
      @Nullable String failure) {
    /** Created, changed, unchanged and refused rows. */
    public List<Integer> counts() {
      return List.of(createdRows, changedRows, unchangedRows, errorRows);
    }
  }

  /** What is imported, and how. */
  @SuppressWarnings("ArrayRecordComponent") // made by one test and read once
  public record Order(byte[] file, List<FieldMapping> mapping, ImportMode mode, boolean dryRun) {
    /** A file whose columns have the names of an export. */
    public static Order of(String csv) {
      return new Order(
          csv.getBytes(StandardCharsets.UTF_8), exported(csv), ImportMode.GOOD_ROWS, false);
    }

    /** With one more line. */
    Order and(String line) {
      String text = new String(file, StandardCharsets.UTF_8) + line + "\n";
      return new Order(text.getBytes(StandardCharsets.UTF_8), mapping, mode, dryRun);
    }

    public Order allOrNothing() {
      return in(ImportMode.ALL_OR_NOTHING);
    }

    public Order in(ImportMode other) {
      return new Order(file, mapping, other, dryRun);
    }

    public Order dry() {
      return new Order(file, mapping, mode, true);
    }

    private static List<FieldMapping> exported(String csv) {
      List<String> headers = List.of(csv.lines().findFirst().orElse("").split(",", -1));
      return java.util.stream.Stream.of(RegisterField.values())
          .filter(field -> headers.contains(field.exportName()))
          .map(field -> new FieldMapping(field, field.exportName(), null))
          .toList();
    }
  }

  /** A register of so many tags, in 50 subsystems, whose applications are given. */
  public static Order register(int rows, IntFunction<String> application) {
    StringBuilder csv =
        new StringBuilder("area_code,system_code,subsystem_code,tag_id,application\n");
    for (int row = 0; row < rows; row++) {
      csv.append("A1,S%d,SS%d,P-%d,%s\n".formatted(row % 3, row % 50, row, application.apply(row)));
    }
    return Order.of(csv.toString());
  }

  public Site site() {
    People.SignedIn manager = people.user(draft -> draft.withRole(UserRole.MANAGER));
    return new Site(manager, plants.projectOf(manager.companyId()));
  }

  /** Uploads the file and asks for its import. */
  public GraphQlTester.Request<?> starting(Site site, Order order) {
    return starting(
        api.as(site.token()), site, uploads.register(site.token(), order.file()), order);
  }

  public GraphQlTester.Request<?> starting(
      GraphQlTester caller, Site site, String uploadId, Order order) {
    return caller.document(START).variable("input", inputOf(site, uploadId, order));
  }

  private static Map<String, Object> inputOf(Site site, String uploadId, Order order) {
    return new HashMap<>(
        Map.of(
            "projectId", site.projectGlobalId(),
            "uploadId", uploadId,
            "mapping", order.mapping().stream().map(Imports::fieldOf).toList(),
            "mode", order.mode().name(),
            "dryRun", order.dryRun()));
  }

  static Map<String, Object> fieldOf(FieldMapping mapping) {
    Map<String, Object> field = new HashMap<>();
    field.put("field", mapping.field().name());
    if (mapping.column() != null) {
      field.put("column", mapping.column());
    }
    if (mapping.defaultValue() != null) {
      field.put("defaultValue", mapping.defaultValue());
    }
    return field;
  }

  /** Starts an import and answers its id. */
  public String start(Site site, Order order) {
    return start(site, uploads.register(site.token(), order.file()), order);
  }

  /** Starts an import of what was uploaded already. */
  public String start(Site site, String uploadId, Order order) {
    return start(api.as(site.token()), site, uploadId, order);
  }

  public String start(GraphQlTester caller, Site site, String uploadId, Order order) {
    return starting(caller, site, uploadId, order)
        .execute()
        .path("startImport.importJob.id")
        .entity(String.class)
        .get();
  }

  /** Imports and waits for the end. */
  public State run(Site site, Order order) {
    return awaitEnd(site, start(site, order));
  }

  public State state(Site site, String jobId) {
    return api.as(site.token())
        .document(READ)
        .variable("id", jobId)
        .execute()
        .path("importJob")
        .entity(State.class)
        .get();
  }

  /** Asks to resume or cancel an import. */
  public GraphQlTester.Request<?> changing(String mutation, Site site, String jobId) {
    return api.as(site.token())
        .document(
            "mutation($id: ID!) { %s(input: {id: $id}) { importJob { status } errors { code } } }"
                .formatted(mutation))
        .variable("id", jobId);
  }

  public State awaitEnd(Site site, String jobId) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> state(site, jobId),
            state -> state.status().isOver() || state.status() == ImportStatus.INTERRUPTED);
  }
}
