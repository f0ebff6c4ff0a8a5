package io.protoworks.platform;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as one statement takes them: an array per column. */
record LoggedEventColumns(List<LoggedEvent> events) {

  public UUID[] projectIds() {
    return events.stream().map(LoggedEvent::projectId).toArray(UUID[]::new);
  }

  public Long[] sequences() {
    return events.stream().map(LoggedEvent::sequence).toArray(Long[]::new);
  }

  public String[] moments() {
    return events.stream().map(event -> event.occurredAt().toString()).toArray(String[]::new);
  }

  public String[] types() {
    return events.stream().map(LoggedEvent::type).toArray(String[]::new);
  }

  public String[] entityTypes() {
    return events.stream().map(LoggedEvent::entityType).toArray(String[]::new);
  }

  public UUID[] entityIds() {
    return events.stream().map(LoggedEvent::entityId).toArray(UUID[]::new);
  }

  public @Nullable UUID[] subsystemIds() {
    return events.stream()
        .<@Nullable UUID>map(event -> event.state().subsystemId())
        .toArray(UUID[]::new);
  }

  public @Nullable UUID[] protocolIds() {
    return events.stream()
        .<@Nullable UUID>map(event -> event.state().protocolId())
        .toArray(UUID[]::new);
  }

  public UUID[] userIds() {
    return events.stream().map(LoggedEvent::userId).toArray(UUID[]::new);
  }

  public @Nullable String[] previousStates() {
    return events.stream()
        .<@Nullable String>map(event -> event.state().previousState())
        .toArray(String[]::new);
  }

  public @Nullable String[] states() {
    return events.stream()
        .<@Nullable String>map(event -> event.state().state())
        .toArray(String[]::new);
  }

  public @Nullable String[] comments() {
    return events.stream()
        .<@Nullable String>map(event -> event.state().comment())
        .toArray(String[]::new);
  }
}
