package io.protoworks.completion;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import io.protoworks.template.ProtocolType;
import org.jspecify.annotations.Nullable;

/** Which waivers of a subsystem are asked for, and which page of them; the newest come first. */
record GateWaiverArguments(
    @Nullable ProtocolType stage,
    @Nullable Boolean includeRevoked,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which waivers of an equipment are asked for. */
  record OfEquipment(@Nullable Boolean includeRevoked) {
    boolean withRevoked() {
      return Boolean.TRUE.equals(includeRevoked);
    }
  }

  boolean withRevoked() {
    return Boolean.TRUE.equals(includeRevoked);
  }

  Page page() {
    return Page.of(this, "NEWEST", true);
  }

  Connection.Place<GateWaiver> place() {
    return new Connection.Place<>(waiver -> waiver.signedAt().toString(), GateWaiver::id);
  }
}
