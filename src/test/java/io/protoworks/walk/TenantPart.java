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
   * Makes several of each, under several parents, with names that sort: what the corpus asks. A
   * statement per parent shows only where there are several.
   */
  default void widen(Tenant tenant) {}

  /**
   * Makes what belongs to nobody, because everybody sees it: one object of each such type.
   *
   * @param shared the global ids of what parts before this one made, by type; to be added to
   */
  default void share(Map<String, String> shared) {}
}
