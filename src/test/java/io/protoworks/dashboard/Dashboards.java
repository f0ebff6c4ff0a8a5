package io.protoworks.dashboard;

import static io.protoworks.plant.Plants.globalId;

import io.protoworks.completion.Commissioning;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project under way, and what its dashboards show. */
@Fixture
class Dashboards {
  private final Api api;
  private final Play play;
  private final Plants plants;
  private final Commissioning commissioning;
  private final JdbcClient database;

  Dashboards(Api api, Play play, Plants plants, Commissioning commissioning, JdbcClient database) {
    this.api = api;
    this.play = play;
    this.plants = plants;
    this.commissioning = commissioning;
    this.database = database;
  }

  /**
   * What is under way.
   *
   * @param elsewhere a subsystem of another area, whose code stands first
   * @param released a protocol of C1
   */
  record Scene(Cast cast, UUID elsewhere, State released) {
    UUID projectId() {
      return cast.site().projectId();
    }

    UUID subsystemId() {
      return cast.site().subsystemId();
    }

    UUID company(CompanyType part) {
      return cast.site().company(part);
    }

    People.SignedIn manager() {
      return cast.person(CompanyType.GERENCIADORA, UserRole.MANAGER);
    }
  }

  /**
   * In the subsystem of the site a pump with C1 finalized and C2 waiting for its gate, and a motor
   * with C1 released, exempt from C2; one more protocol was cancelled. Elsewhere a fan with a new
   * protocol.
   */
  Scene scene() {
    Cast cast = play.cast();
    UUID project = cast.site().projectId();
    UUID elsewhere = plants.subsystem(plants.system(plants.area(project, "A0"), "S9"), "SS9");
    UUID fan = plants.equipment(elsewhere, "F-901");
    UUID pump = cast.equipment("P-101");
    UUID motor = cast.equipment("M-101");
    UUID c1 = play.template(ProtocolType.C1);
    UUID c2 = play.template(ProtocolType.C2);

    State finalized = cast.create(c1, ProtocolType.C1, pump);
    plan(finalized, LocalDate.of(2026, 1, 7));
    cast.playThrough(ProtocolType.C1, finalized);
    State released = cast.release(cast.create(c1, ProtocolType.C1, motor));
    plan(released, LocalDate.of(2026, 1, 28));
    State waiting = cast.release(cast.create(c2, ProtocolType.C2, pump));
    plan(waiting, LocalDate.of(2026, 2, 2));
    cancel(cast, cast.create(c2, ProtocolType.C2, pump));
    cast.create(c1, ProtocolType.C1, fan);
    commissioning.waive(motor, ProtocolType.C2);
    return new Scene(cast, elsewhere, released);
  }

  /** Finalizes what is released: C1 is done in the subsystem of the site. */
  void finish(Scene scene) {
    Cast cast = scene.cast();
    State submitted = cast.submit(ProtocolType.C1, cast.fillAll(ProtocolType.C1, scene.released()));
    cast.finish(ProtocolType.C1, cast.validate(cast.approve(ProtocolType.C1, submitted)));
  }

  /** Says when it is due. */
  void plan(State protocol, LocalDate day) {
    database
        .sql("update protocol.protocols set due_on = ? where id = ?")
        .params(day, TypeId.parse(protocol.id()).uuid())
        .update();
  }

  void cancel(Cast cast, State protocol) {
    play.step(
        cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING),
        "cancelProtocol",
        protocol,
        Map.of("reason", "It was made twice."));
  }

  /** Raises a pendency on a day, at the equipment of the released protocol. */
  UUID raise(Scene scene, String type, UUID clearingCompany, LocalDate day) {
    return database
        .sql(
            """
            insert into pendency.pendencies
                   (number, protocol_id, equipment_id, subsystem_id, project_id, stage, type, description,
                    raising_company_id, clearing_company_id, due_on, created_at, created_by, created_ip, updated_by)
            select 1 + (select count(*) from pendency.pendencies where project_id = protocol.project_id),
                   protocol.id, assignment.equipment_id, protocol.subsystem_id, protocol.project_id, protocol.stage,
                   :type::pendency.pendency_type, 'Leaks', :raising, :clearing, '2030-01-31',
                   :day::timestamp at time zone 'UTC', :system, '192.0.2.1', :system
              from protocol.protocols protocol
              join protocol.protocol_equipment_companies assignment on assignment.protocol_id = protocol.id
             where protocol.id = :protocol
            returning id
            """)
        .param("type", type)
        .param("raising", scene.company(CompanyType.COMISSIONADORA))
        .param("clearing", clearingCompany)
        .param("day", day)
        .param("system", Viewer.SYSTEM_USER)
        .param("protocol", TypeId.parse(scene.released().id()).uuid())
        .query(UUID.class)
        .single();
  }

  /** Clears it, and verifies that. */
  void resolve(Scene scene, UUID pendency) {
    clear(scene, pendency);
    database
        .sql(
            "update pendency.pendencies set status = 'RESOLVED', resolved_at = now(), resolved_by ="
                + " ?, resolved_ip = '192.0.2.1' where id = ?")
        .params(Viewer.SYSTEM_USER, pendency)
        .update();
  }

  void clear(Scene scene, UUID pendency) {
    database
        .sql(
            "update pendency.pendencies set cleared_at = now(), cleared_by = ?, cleared_ip ="
                + " '192.0.2.1', clearing_description = 'Done' where id = ?")
        .params(scene.manager().id(), pendency)
        .update();
  }

  /** What this viewer is answered of a project: {@code node.waiting}. */
  GraphQlTester.Response ask(People.SignedIn viewer, UUID projectId, String fields) {
    return api.as(viewer.token())
        .document("query($id: ID!) { node(id: $id) { ... on Project { %s } } }".formatted(fields))
        .variable("id", globalId("project", projectId))
        .execute();
  }

  /** One text for each row of a query on a project. */
  List<@Nullable String> lines(String query, UUID projectId) {
    return database.sql(query).param("project", projectId).query(String.class).list();
  }
}
