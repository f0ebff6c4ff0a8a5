package io.protoworks.plant;

import org.jspecify.annotations.Nullable;

/** What a list of areas, systems or subsystems takes. */
record BranchArguments(@Nullable Boolean includeInactive) {
  boolean withInactive() {
    return Boolean.TRUE.equals(includeInactive);
  }
}
