package io.protoworks.protocol;

import io.protoworks.platform.PlatformErrorCode;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.UserError;
import io.protoworks.platform.UserError.InvalidInput;
import io.protoworks.platform.UserError.StaleVersion;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ProtocolInputs.ReleaseProtocolsInput;
import io.protoworks.template.ProtocolTemplateService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Releases many protocols at once. Each gets a result of its own: what can't be released says why,
 * and keeps the others from nothing.
 */
@Service
class ProtocolReleaseService {
  private static final int MAXIMUM_PROTOCOLS = 1_000;

  private final ProtocolCases cases;
  private final ProtocolSteps steps;
  private final ProtocolItemMapper items;
  private final ProtocolGates gates;
  private final ProtocolTemplateService templates;

  ProtocolReleaseService(
      ProtocolCases cases,
      ProtocolSteps steps,
      ProtocolItemMapper items,
      ProtocolGates gates,
      ProtocolTemplateService templates) {
    this.cases = cases;
    this.steps = steps;
    this.items = items;
    this.gates = gates;
    this.templates = templates;
  }

  /**
   * What became of one protocol.
   *
   * @param protocol as it is now; null where the viewer sees none of the id that was named
   * @param errors why it was not released; empty when it was
   */
  record ReleaseProtocolResult(@Nullable Protocol protocol, List<UserError> errors) {}

  @Transactional
  List<ReleaseProtocolResult> releaseAll(Viewer viewer, ReleaseProtocolsInput input) {
    List<VersionedId<Protocol>> asked = input.protocols();
    List<UUID> ids = ids(asked);
    Map<UUID, ProtocolCase> opened = cases.openAllForStep(viewer, ids);
    Map<UUID, UserError> errors = new HashMap<>();
    List<ProtocolCase> fit = new ArrayList<>();
    for (int index = 0; index < ids.size(); index++) {
      ProtocolCase found = opened.get(ids.get(index));
      UserError error = error(found, asked.get(index).expectedVersion(), index);
      if (error != null) {
        errors.put(ids.get(index), error);
      } else if (found != null) {
        fit.add(found);
      }
    }
    Map<UUID, Protocol> now = new HashMap<>();
    opened.forEach((id, found) -> now.put(id, found.protocol()));
    now.putAll(release(viewer, fit));
    return ids.stream()
        .map(
            id ->
                new ReleaseProtocolResult(
                    now.get(id), errors.containsKey(id) ? List.of(errors.get(id)) : List.of()))
        .toList();
  }

  private static List<UUID> ids(List<VersionedId<Protocol>> asked) {
    if (asked.isEmpty() || asked.size() > MAXIMUM_PROTOCOLS) {
      throw Refused.invalid(
          "protocols", "Release 1 to %d protocols at once.".formatted(MAXIMUM_PROTOCOLS));
    }
    List<UUID> ids = asked.stream().map(protocol -> protocol.id().uuid()).toList();
    if (ids.stream().distinct().count() < ids.size()) {
      throw Refused.invalid("protocols", "Name each protocol once.");
    }
    return ids;
  }

  private static @Nullable UserError error(
      @Nullable ProtocolCase opened, int expectedVersion, int index) {
    if (opened == null) {
      return new InvalidInput(
          "There is no such protocol, or you may not see it.",
          PlatformErrorCode.UNKNOWN_REFERENCE,
          path(index, "id"));
    }
    Protocol protocol = opened.protocol();
    if (protocol.version() != expectedVersion) {
      return StaleVersion.of(path(index, "expectedVersion"), protocol);
    }
    List<TransitionBlocker> blockers = opened.blockers(ProtocolTransition.RELEASE);
    for (TransitionBlocker blocker : blockers) {
      if (blocker.code() == BlockerCode.NOT_PERMITTED) {
        return new InvalidInput(blocker.message(), ProtocolErrorCode.NOT_PERMITTED, path(index));
      }
    }
    return blockers.isEmpty() ? null : TransitionBlocked.of(protocol, blockers, path(index));
  }

  private static List<String> path(int index, String... field) {
    return Stream.concat(Stream.of("input", "protocols", Integer.toString(index)), Stream.of(field))
        .toList();
  }

  /** As one is released, in a number of statements that does not grow. */
  private Map<UUID, Protocol> release(Viewer viewer, List<ProtocolCase> clear) {
    if (clear.isEmpty()) {
      return Map.of();
    }
    List<Protocol> drawnUp = clear.stream().map(ProtocolCase::protocol).toList();
    templates.freeze(viewer, Rows.distinct(drawnUp, Protocol::templateId));
    items.insertOfTemplates(drawnUp.stream().map(Protocol::id).toArray(UUID[]::new));
    Map<UUID, Protocol> released =
        new HashMap<>(
            steps.takeAll(
                viewer,
                clear,
                ProtocolTransition.RELEASE,
                protocol -> ProtocolStatus.afterRelease(protocol.stage())));
    List<Protocol> passing =
        clear.stream()
            .filter(opened -> opened.facts().gateOpen())
            .map(opened -> Objects.requireNonNull(released.get(opened.protocol().id())))
            .filter(protocol -> protocol.status() == ProtocolStatus.AWAITING_GATE)
            .toList();
    released.putAll(Rows.byId(gates.releaseAll(passing), Protocol::id));
    return released;
  }
}
