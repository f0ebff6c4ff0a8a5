package io.protoworks.completion;

import io.protoworks.plant.Plants;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A subsystem with everything that can keep a gate closed, and one with nothing to check; waivers,
 * one of them revoked.
 */
@Fixture
@Order(60)
class CompletionPart implements TenantPart {
  private final Commissioning commissioning;
  private final Plants plants;
  private final JdbcClient database;

  CompletionPart(Commissioning commissioning, Plants plants, JdbcClient database) {
    this.commissioning = commissioning;
    this.plants = plants;
    this.database = database;
  }

  @Override
  public void populate(Tenant tenant) {
    UUID subsystem =
        database
            .sql(
                "select id from plant.subsystems where project_id = ? and is_active order by code"
                    + " limit 1")
            .param(tenant.projectId())
            .query(UUID.class)
            .single();
    UUID waived = plants.equipment(subsystem, tenant.named("P-waived"));
    commissioning.revoke(commissioning.waive(waived, ProtocolType.C1));
    commissioning.waive(waived);
    commissioning.count(subsystem, ProtocolType.C1, "created", 1);
    commissioning.count(subsystem, ProtocolType.C1, "open_pa", 1);
    UUID system =
        database
            .sql("select system_id from plant.subsystems where id = ?")
            .param(subsystem)
            .query(UUID.class)
            .single();
    plants.subsystem(system, tenant.named("Empty"));
  }

  /** Every equipment is exempt from the last stage. */
  @Override
  public void widen(Tenant tenant) {
    database
        .sql(
            "select id from plant.equipments where project_id = ? and is_active and tag_id not like"
                + " 'P-waived%' order by tag_id")
        .param(tenant.projectId())
        .query((row, number) -> row.getObject(1, UUID.class))
        .list()
        .forEach(equipment -> commissioning.waive(equipment, ProtocolType.C4));
  }
}
