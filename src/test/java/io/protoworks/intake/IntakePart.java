package io.protoworks.intake;

import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import org.springframework.core.annotation.Order;

/** An import with a row that was refused. */
@Fixture
@Order(90)
class IntakePart implements TenantPart {
  private final Imports imports;

  IntakePart(Imports imports) {
    this.imports = imports;
  }

  @Override
  public void populate(Tenant tenant) {
    String register =
        """
        area_code,system_code,subsystem_code,tag_id,application
        %1$s-I,%1$s-I,%1$s-I,P-3 %1$s,Pump
        %1$s-I,%1$s-I,%1$s-I,P-4 %1$s,
        """
            .formatted(tenant.mark());
    Imports.Site site = new Imports.Site(tenant.keeper(), tenant.projectId());
    String job = imports.start(site, Imports.Order.of(register));
    imports.awaitEnd(site, job);
    tenant.remember("importJob", job);
  }
}
