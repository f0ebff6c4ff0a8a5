package io.protoworks.protocol;

import io.protoworks.completion.SubsystemLocks;
import io.protoworks.plant.ProjectAccess;
import io.protoworks.plant.ProjectStanding;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the rules ask of protocols, and locks those that are to be changed. */
@Service
class ProtocolCases {
  static final String NOUN = "protocol";

  private final ProtocolMapper protocols;
  private final ProtocolFactsMapper facts;
  private final ProjectAccess access;
  private final SubsystemLocks locks;

  ProtocolCases(
      ProtocolMapper protocols,
      ProtocolFactsMapper facts,
      ProjectAccess access,
      SubsystemLocks locks) {
    this.protocols = protocols;
    this.facts = facts;
    this.access = access;
    this.locks = locks;
  }

  /**
   * Opens a protocol for a step that can move gates: its subsystem is locked before it is.
   *
   * @throws Refused if the viewer sees none of this id, or a version that is no longer there
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ProtocolCase openForStep(Viewer viewer, UUID id, int expectedVersion) {
    Protocol seen = require(viewer, id, "id");
    locks.lock(List.of(seen.subsystemId()));
    Protocol locked = protocols.lockById(id);
    return of(viewer, Versioned.expect(locked, expectedVersion, NOUN));
  }

  /**
   * Opens those of many that the viewer sees, by their ids, for a step that can move gates: their
   * subsystems are locked before they are, all in one order.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<UUID, ProtocolCase> openAllForStep(Viewer viewer, Collection<UUID> ids) {
    List<Protocol> seen = protocols.listVisibleByIds(viewer.userId(), Rows.keys(ids));
    locks.lock(Rows.distinct(seen, Protocol::subsystemId));
    return list(viewer, protocols.lockByIds(Rows.keys(Rows.distinct(seen, Protocol::id))));
  }

  /**
   * Opens a protocol to work on its items, which moves no gate; unless the work begins with it, so
   * that its subsystem is locked then, too.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ProtocolCase openForItems(Viewer viewer, UUID id) {
    Protocol seen = require(viewer, id, "protocolId");
    if (!seen.status().hasBegun()) {
      locks.lock(List.of(seen.subsystemId()));
    }
    return of(viewer, protocols.lockById(id));
  }

  private Protocol require(Viewer viewer, UUID id, String field) {
    Protocol seen = protocols.findVisibleById(viewer.userId(), id);
    if (seen == null) {
      throw Refused.unknown(field, NOUN);
    }
    return seen;
  }

  private ProtocolCase of(Viewer viewer, Protocol protocol) {
    return new ProtocolCase(
        protocol,
        facts.findByProtocolId(viewer.userId(), protocol.id()),
        access.standing(viewer, protocol.projectId()));
  }

  /** The cases of protocols that the viewer sees, in a number of statements that does not grow. */
  Map<UUID, ProtocolCase> list(Viewer viewer, Collection<Protocol> seen) {
    Map<UUID, ProjectStanding> standings =
        access
            .listStandings(
                viewer, seen.stream().map(Protocol::projectId).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(ProjectStanding::projectId, Function.identity()));
    Map<UUID, ProtocolFacts> byProtocol =
        facts
            .listByProtocolIds(
                viewer.userId(), seen.stream().map(Protocol::id).toArray(UUID[]::new))
            .stream()
            .collect(Collectors.toMap(ProtocolFacts::protocolId, Function.identity()));
    Map<UUID, ProtocolCase> cases = HashMap.newHashMap(seen.size());
    for (Protocol protocol : seen) {
      ProjectStanding standing = standings.get(protocol.projectId());
      ProtocolFacts known = byProtocol.get(protocol.id());
      if (standing != null && known != null) {
        cases.put(protocol.id(), new ProtocolCase(protocol, known, standing));
      }
    }
    return cases;
  }
}
