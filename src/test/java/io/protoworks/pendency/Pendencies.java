package io.protoworks.pendency;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Fixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Protocols with pendencies: the COMISSIONADORA raises them, the MONTADORA, which executes, has to
 * clear them.
 */
@Fixture
public class Pendencies {
  private static final String SELECTION = "pendency { id number version type status isCleared }";

  private final Play play;
  private final JdbcClient database;

  Pendencies(Play play, JdbcClient database) {
    this.play = play;
    this.database = database;
  }

  /** A pendency as the last answer told it. */
  public record Raised(String id, int number, int version, String type, String status) {
    public UUID uuid() {
      return TypeId.parse(id).uuid();
    }
  }

  /** A site with a released protocol. */
  public record Scene(Cast cast, State protocol, UUID equipmentId, String itemId) {
    public GraphQlTester as(CompanyType part, UserRole role) {
      return cast.as(part, role);
    }

    public GraphQlTester raiser() {
      return as(CompanyType.COMISSIONADORA, UserRole.MANAGER);
    }

    public GraphQlTester clearer() {
      return as(CompanyType.MONTADORA, UserRole.TECHNICIAN);
    }

    public GraphQlTester verifier() {
      return as(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    }

    public UUID protocolId() {
      return TypeId.parse(protocol.id()).uuid();
    }

    public UUID subsystemId() {
      return cast.site().subsystemId();
    }

    public String company(CompanyType part) {
      return new TypeId("company", cast.site().company(part)).toString();
    }

    /** The input for a pendency of a type at the item, due on a day that is long over. */
    public Map<String, Object> atItem(@Nullable String type) {
      Map<String, Object> input = new HashMap<>();
      input.put("subject", Map.of("protocolItemId", itemId));
      input.put("description", "The flange leaks");
      input.put("dueOn", "2026-01-31");
      if (type != null) {
        input.put("type", type);
      }
      return input;
    }

    /** The input for what a walk-down found. */
    public Map<String, Object> atEquipment(UUID equipment, String type) {
      Map<String, Object> input = new HashMap<>(atItem(type));
      input.put(
          "subject",
          Map.of(
              "equipment",
              Map.of(
                  "protocolId",
                  protocol.id(),
                  "equipmentId",
                  new TypeId("equipment", equipment).toString())));
      return input;
    }
  }

  public Scene scene(ItemDraft... items) {
    return scene(play.cast(), "P-101", items);
  }

  /** Another protocol of the same site. */
  public Scene scene(Cast cast, String tagId, ItemDraft... items) {
    return scene(cast, cast.equipment(tagId), items);
  }

  /** Another protocol of the same site, for an equipment of any of its subsystems. */
  public Scene scene(Cast cast, UUID equipment, ItemDraft... items) {
    State released =
        cast.release(
            cast.create(play.template(ProtocolType.C1, items), ProtocolType.C1, equipment));
    String item =
        play.itemIds(cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING), released).getFirst();
    return new Scene(cast, released, equipment, item);
  }

  public GraphQlTester.Request<?> asking(
      GraphQlTester caller, String mutation, Map<String, Object> input) {
    return Mutations.ask(caller, mutation, SELECTION, input);
  }

  /** Does what must not be refused. */
  public Raised does(GraphQlTester caller, String mutation, Map<String, Object> input) {
    GraphQlTester.Response response = asking(caller, mutation, input).execute();
    response
        .path(mutation + ".errors[*].message")
        .entityList(String.class)
        .satisfies(messages -> assertThat(messages).isEmpty());
    String path = mutation + ".pendency.";
    return new Raised(
        response.path(path + "id").entity(String.class).get(),
        response.path(path + "number").entity(Integer.class).get(),
        response.path(path + "version").entity(Integer.class).get(),
        response.path(path + "type").entity(String.class).get(),
        response.path(path + "status").entity(String.class).get());
  }

  public Raised raise(Scene scene, String type) {
    return does(scene.raiser(), "raisePendency", scene.atItem(type));
  }

  public Raised clear(Scene scene, Raised raised) {
    return does(scene.clearer(), "clearPendency", clearing(raised));
  }

  public static Map<String, Object> clearing(Raised raised) {
    return on(raised, Map.of("description", "A new gasket"));
  }

  /** An input that names the pendency and its version. */
  public static Map<String, Object> on(Raised raised, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("id", raised.id());
    input.put("expectedVersion", raised.version());
    return input;
  }

  /** What is kept of a pendency, its history and its counts, in one text: to be equal. */
  public String state(Raised raised) {
    return state(raised.uuid());
  }

  public String state(UUID pendency) {
    return database
        .sql(
            """
            select pendency::text
                   || (select count(*) from pendency.pendency_history where pendency_id = pendency.id)
                   || (select count(*) from audit.audit_logs where scope_id = pendency.project_id)
                   || protocol.open_pa || protocol.open_pb || protocol.open_pc
              from pendency.pendencies pendency
              join protocol.protocols protocol on protocol.id = pendency.protocol_id
             where pendency.id = ?
            """)
        .param(pendency)
        .query(String.class)
        .single();
  }

  /** What was done to a pendency. */
  public List<@Nullable String> history(Raised raised) {
    return database
        .sql(
            """
            select concat_ws(' ', action, previous_type, new_type, comment)
              from pendency.pendency_history
             where pendency_id = ?
             order by timestamp, id
            """)
        .param(raised.uuid())
        .query(String.class)
        .list();
  }

  /** The events of a pendency in the audit. */
  public List<@Nullable String> trail(Raised raised) {
    return database
        .sql(
            "select event_type || ' ' || action from audit.audit_logs"
                + " where entity_type = 'Pendency' and entity_id = ? order by sequence")
        .param(raised.uuid())
        .query(String.class)
        .list();
  }
}
