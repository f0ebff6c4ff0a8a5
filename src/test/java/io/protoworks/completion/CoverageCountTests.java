package io.protoworks.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.plant.Plants;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What triggers count is what a count would find, whatever was done before. */
@ServerTest
class CoverageCountTests {
  private static final int STEPS = 150;
  private static final List<ProtocolType> STAGES = List.of(ProtocolType.values());

  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Commissioning commissioning;
  @Autowired JdbcClient database;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsWhatIsThere(long seed) {
    Random random = new Random(seed);
    Plants.Plant plant = plants.plantOf(people.company(CompanyType.CLIENTE));
    List<UUID> subsystems =
        List.of(
            plant.subsystemId(),
            plants.subsystem(plant.systemId(), "SS2"),
            plants.subsystem(plant.systemId(), "SS3"));
    List<UUID> equipments = new ArrayList<>(List.of(plant.equipmentId()));
    Set<UUID> bound = new HashSet<>();
    for (int step = 0; step < STEPS; step++) {
      UUID equipment = equipments.get(random.nextInt(equipments.size()));
      UUID subsystem = subsystems.get(random.nextInt(subsystems.size()));
      switch (random.nextInt(6)) {
        case 0 -> equipments.add(plants.equipment(subsystem, "T-" + step));
        case 1 -> move(equipment, subsystem, bound);
        case 2 -> toggle(equipment);
        case 3 -> waive(equipment, STAGES.get(random.nextInt(STAGES.size())), bound);
        case 4 -> revoke(equipment);
        default -> addSeveral(subsystem, step);
      }
    }
    assertThat(counted(plant.systemId())).isNotEmpty().isEqualTo(recounted(plant.systemId()));
  }

  private void move(UUID equipment, UUID subsystem, Set<UUID> bound) {
    if (!bound.contains(equipment)) {
      database
          .sql("update plant.equipments set subsystem_id = ? where id = ?")
          .params(subsystem, equipment)
          .update();
    }
  }

  private void toggle(UUID equipment) {
    database
        .sql("update plant.equipments set is_active = not is_active where id = ?")
        .param(equipment)
        .update();
  }

  private void waive(UUID equipment, ProtocolType stage, Set<UUID> bound) {
    boolean isWaived =
        database
            .sql(
                "select exists (select from completion.gate_waivers where equipment_id = ?"
                    + " and stage = ?::template.protocol_type and revoked_at is null)")
            .params(equipment, stage.name())
            .query(Boolean.class)
            .single();
    if (!isWaived) {
      commissioning.waive(equipment, stage);
      bound.add(equipment);
    }
  }

  private void revoke(UUID equipment) {
    database
        .sql(
            "update completion.gate_waivers set revoked_at = now(), revoked_by = signed_by,"
                + " revocation_reason = 'It is in the scope' where equipment_id = ? and revoked_at is null")
        .param(equipment)
        .update();
  }

  /** In one statement, half of them out of use. */
  private void addSeveral(UUID subsystem, int step) {
    database
        .sql(
            "insert into plant.equipments"
                + " (tag_id, application, subsystem_id, project_id, is_active, created_by, updated_by)"
                + " select 'S-' || ? || '-' || number, 'Pump', id, project_id, number % 2 = 0, created_by,"
                + " created_by from plant.subsystems, generate_series(1, 4) number where id = ?")
        .params(step, subsystem)
        .update();
  }

  private List<@Nullable String> counted(UUID system) {
    return database
        .sql(
            """
            select subsystem.code || ' ' || progress.equipments || ' ' || progress.without_protocol || ' '
                   || stage.stage || ' ' || stage.covered
              from plant.subsystems subsystem
              join completion.subsystem_progress progress on progress.subsystem_id = subsystem.id
              join completion.stage_progress stage on stage.subsystem_id = subsystem.id
             where subsystem.system_id = ?
             order by 1
            """)
        .param(system)
        .query(String.class)
        .list();
  }

  private List<@Nullable String> recounted(UUID system) {
    return database
        .sql(
            """
            select subsystem.code || ' ' || count(equipment.id) || ' '
                   || count(equipment.id) filter (where (
                        select count(*) from completion.gate_waivers waiver
                         where waiver.equipment_id = equipment.id and waiver.revoked_at is null) < 4)
                   || ' ' || stage || ' '
                   || count(equipment.id) filter (where exists (
                        select from completion.gate_waivers waiver
                         where waiver.equipment_id = equipment.id and waiver.stage = stages.stage
                           and waiver.revoked_at is null))
              from plant.subsystems subsystem
             cross join unnest(enum_range(null::template.protocol_type)) as stages (stage)
              left join plant.equipments equipment on equipment.subsystem_id = subsystem.id and equipment.is_active
             where subsystem.system_id = ?
             group by subsystem.code, stage
             order by 1
            """)
        .param(system)
        .query(String.class)
        .list();
  }
}
