package io.protoworks.walk;

import java.util.Map;

/**
 * What a module keeps for a tenant, for the walks through the whole graph: at least one object of
 * each of its types, so that each of its edges leads somewhere. A fixture of the module's tests,
 * ordered after those of the modules that it stands on.
 */
public interface TenantPart {
  /** Makes what is the tenant's own. */
  void populate(Tenant tenant);

  /**
   * Makes what belongs to nobody, because everybody sees it: one object of each such type.
   *
   * @return their global ids, by type
   */
  default Map<String, String> shared() {
    return Map.of();
  }
}
