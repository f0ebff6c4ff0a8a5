package io.protoworks.completion;

import io.protoworks.template.ProtocolType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What modules above ask of gates, for whoever already sees what belongs to the subsystems. Locked
 * subsystems keep their gates until the transaction ends.
 */
@Service
public class Gates {
  private final GateMapper gates;

  Gates(GateMapper gates) {
    this.gates = gates;
  }

  /** The gates of some subsystems. */
  public record OfSubsystems(Map<UUID, Map<GateType, Gate>> bySubsystem) {

    /** The gate that guards a stage of a subsystem; none guards C1. */
    public @Nullable Gate guarding(UUID subsystemId, ProtocolType stage) {
      Map<GateType, Gate> ofSubsystem = bySubsystem.getOrDefault(subsystemId, Map.of());
      return GateType.guarding(stage).map(ofSubsystem::get).orElse(null);
    }

    /** Whether work of a stage may begin in a subsystem. */
    public boolean isOpen(UUID subsystemId, ProtocolType stage) {
      Gate gate = guarding(subsystemId, stage);
      return gate == null ? GateType.guarding(stage).isEmpty() : gate.isOpen();
    }
  }

  /** All gates of these subsystems, in one statement. */
  public OfSubsystems ofSubsystems(Collection<UUID> subsystemIds) {
    return new OfSubsystems(
        gates.listBySubsystemIds(subsystemIds.toArray(UUID[]::new)).stream()
            .collect(
                Collectors.groupingBy(
                    Gate::subsystemId, Collectors.toMap(Gate::type, Function.identity()))));
  }

  /** Whether work of a stage may begin in a subsystem: C1 always, the others by their gate. */
  public boolean isOpen(UUID subsystemId, ProtocolType stage) {
    return ofSubsystems(List.of(subsystemId)).isOpen(subsystemId, stage);
  }
}
