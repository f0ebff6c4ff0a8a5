package io.protoworks.template;

import org.jspecify.annotations.Nullable;

/** Which items of a template are asked for. */
record ItemArguments(@Nullable Boolean includeInactive) {
  boolean withInactive() {
    return Boolean.TRUE.equals(includeInactive);
  }
}
