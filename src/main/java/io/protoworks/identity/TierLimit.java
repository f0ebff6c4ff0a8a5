package io.protoworks.identity;

import io.protoworks.platform.Row;

/** A quota of a tier. */
public record TierLimit(Tier tier, String name, long value) implements Row {}
