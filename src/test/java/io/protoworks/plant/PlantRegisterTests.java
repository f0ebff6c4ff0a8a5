package io.protoworks.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Registered.Outcome;
import io.protoworks.platform.Client;
import io.protoworks.platform.ErrorCode;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class PlantRegisterTests {
  @Autowired PlantRegister register;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired JdbcClient database;
  @Autowired Statements statements;

  private Viewer manager;
  private Plants.Plant plant;

  @BeforeEach
  void makePlant() {
    People.SignedIn user = people.user(draft -> draft.withRole(UserRole.MANAGER));
    manager = viewer(user);
    plant = plants.plantOf(user.companyId());
  }

  private static Viewer viewer(People.SignedIn user) {
    return new Viewer(user.id(), UUID.randomUUID(), Set.of(), Client.SELF);
  }

  private static BranchEntry branch(UUID parent, String code) {
    return new BranchEntry(parent, code, null, null);
  }

  private EquipmentEntry equipment(String tag) {
    return new EquipmentEntry(plant.subsystemId(), tag, "Application of " + tag, null, null);
  }

  private List<EquipmentEntry> equipments(int count) {
    return IntStream.range(0, count).mapToObj(index -> equipment("T-" + index)).toList();
  }

  private static <T> List<Outcome> outcomes(List<Registered<T>> registered) {
    return registered.stream().map(Registered::outcome).toList();
  }

  @Test
  void buildsTheWholeHierarchyFromTheTop() {
    UUID project = plant.projectId();
    Area area = only(register.upsertAreas(manager, project, List.of(branch(project, "A2"))));
    assertThat(area.name()).isEqualTo("A2");
    PlantSystem system =
        only(register.upsertSystems(manager, project, List.of(branch(area.id(), "S2"))));
    Subsystem subsystem =
        only(
            register.upsertSubsystems(
                manager,
                project,
                List.of(new BranchEntry(system.id(), "SS2", "Seal gas", "Dry gas seals"))));
    assertThat(subsystem.description()).isEqualTo("Dry gas seals");
    Equipment equipment =
        only(
            register.upsertEquipments(
                manager,
                project,
                List.of(new EquipmentEntry(subsystem.id(), "PT-1", "Pressure", null, null))));
    assertThat(equipment.projectId()).isEqualTo(project);
    assertThat(equipment.createdBy()).isEqualTo(manager.userId());
  }

  private static <T> T only(List<Registered<T>> registered) {
    assertThat(outcomes(registered)).containsExactly(Outcome.CREATED);
    return Objects.requireNonNull(registered.getFirst().row());
  }

  @Test
  void theSameAgainIsOnlyRead() {
    List<EquipmentEntry> entries = equipments(1000);
    register.upsertEquipments(manager, plant.projectId(), entries);
    List<String> executed =
        statements.during(
            () ->
                assertThat(outcomes(register.upsertEquipments(manager, plant.projectId(), entries)))
                    .containsOnly(Outcome.UNCHANGED));
    assertThat(executed)
        .containsExactly(
            "ProjectAccessMapper.holds",
            "PlantRegisterMapper.lockForWriting",
            "EquipmentMapper.listByTagIds");
  }

  @Test
  void tellsApartWhatIsNewWhatDiffersAndWhatIsTheSame() {
    UUID elsewhere = plants.subsystem(plant.systemId(), "SS2");
    register.upsertEquipments(manager, plant.projectId(), equipments(3));
    List<EquipmentEntry> entries =
        List.of(
            equipment("T-0"),
            new EquipmentEntry(plant.subsystemId(), "T-1", "Another use", null, null),
            new EquipmentEntry(elsewhere, "T-2", "Application of T-2", null, null),
            equipment("T-3"));
    List<Outcome> expected =
        List.of(Outcome.UNCHANGED, Outcome.CHANGED, Outcome.CHANGED, Outcome.CREATED);
    assertThat(outcomes(register.previewEquipments(manager, plant.projectId(), entries)))
        .isEqualTo(expected);
    List<Registered<Equipment>> done =
        register.upsertEquipments(manager, plant.projectId(), entries);
    assertThat(outcomes(done)).isEqualTo(expected);
    assertThat(done)
        .extracting(registered -> Objects.requireNonNull(registered.row()).version())
        .containsExactly(1, 2, 2, 1);
    assertThat(Objects.requireNonNull(done.get(2).row()).subsystemId()).isEqualTo(elsewhere);
  }

  @Test
  void takesOutOfUseAndBackOnlyWhatTheRegisterSays() {
    EquipmentEntry retired =
        new EquipmentEntry(plant.subsystemId(), "T-0", "Application of T-0", null, false);
    register.upsertEquipments(manager, plant.projectId(), List.of(retired));
    assertThat(
            outcomes(
                register.upsertEquipments(manager, plant.projectId(), List.of(equipment("T-0")))))
        .containsExactly(Outcome.UNCHANGED);
    Registered<Equipment> back =
        register
            .upsertEquipments(
                manager,
                plant.projectId(),
                List.of(
                    new EquipmentEntry(
                        plant.subsystemId(), "T-0", "Application of T-0", null, true)))
            .getFirst();
    assertThat(back.outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(Objects.requireNonNull(back.row()).isActive()).isTrue();
  }

  @Test
  void putsNothingUnderWhatIsOutOfUse() {
    UUID closed = plants.subsystem(plant.systemId(), "SS2");
    plants.deactivate("subsystems", closed);
    List<EquipmentEntry> entries =
        List.of(
            new EquipmentEntry(closed, "T-1", "Application", null, null),
            new EquipmentEntry(closed, "T-2", "Application", null, false),
            new EquipmentEntry(closed, "P-101", "Application", null, null),
            equipment("T-3"));
    List<Outcome> expected =
        List.of(Outcome.PARENT_INACTIVE, Outcome.CREATED, Outcome.PARENT_INACTIVE, Outcome.CREATED);
    assertThat(outcomes(register.previewEquipments(manager, plant.projectId(), entries)))
        .isEqualTo(expected);
    assertThat(outcomes(register.upsertEquipments(manager, plant.projectId(), entries)))
        .isEqualTo(expected);
  }

  @Test
  void isRefusedToWhoeverMayNot() {
    Viewer technician = viewer(people.user(draft -> draft.withCompany(companyOf(manager))));
    Viewer stranger = viewer(people.stranger());
    List<EquipmentEntry> entries = equipments(1);
    assertFails(technician, entries, ErrorCode.FORBIDDEN);
    assertFails(stranger, entries, ErrorCode.NOT_FOUND);
    assertFails(
        new Viewer(manager.userId(), null, Set.of("registers.export"), Client.SELF),
        entries,
        ErrorCode.FORBIDDEN);
    assertThat(countEquipments()).isEqualTo(1);
  }

  private void assertFails(Viewer viewer, List<EquipmentEntry> entries, ErrorCode code) {
    assertThatThrownBy(() -> register.upsertEquipments(viewer, plant.projectId(), entries))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  private UUID companyOf(Viewer viewer) {
    return database
        .sql("select company_id from identity.users where id = ?")
        .param(viewer.userId())
        .query(UUID.class)
        .single();
  }

  @Test
  void twoAtOnceCreateEachTagOnce() throws Exception {
    List<EquipmentEntry> forward = equipments(1000);
    List<EquipmentEntry> backward = forward.reversed();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<List<Outcome>> first =
          () -> outcomes(register.upsertEquipments(manager, plant.projectId(), forward));
      Callable<List<Outcome>> second =
          () -> outcomes(register.upsertEquipments(manager, plant.projectId(), backward));
      var results = threads.invokeAll(List.of(first, second));
      assertThat(results.stream().flatMap(result -> result.resultNow().stream()))
          .hasSize(2000)
          .containsOnly(Outcome.CREATED, Outcome.UNCHANGED);
    }
    assertThat(countEquipments()).isEqualTo(1001);
  }

  private int countEquipments() {
    return database
        .sql("select count(*) from plant.equipments where project_id = ?")
        .param(plant.projectId())
        .query(Integer.class)
        .single();
  }

  @Test
  void saysWhatTheDatabaseWouldRefuse() {
    assertThat(new EquipmentEntry(UUID.randomUUID(), " a\n", " ", null, null).problems())
        .extracting(EntryProblem::field)
        .containsExactly("tagId", "application");
    assertThat(
            new EquipmentEntry(UUID.randomUUID(), "t".repeat(51), "a".repeat(501), null, null)
                .problems())
        .extracting(EntryProblem::field)
        .containsExactly("tagId", "application");
    assertThat(new BranchEntry(UUID.randomUUID(), "", "", "\0").problems())
        .extracting(EntryProblem::field)
        .containsExactly("code", "name", "description");
    assertThat(equipment("T-1").problems()).isEmpty();
  }
}
