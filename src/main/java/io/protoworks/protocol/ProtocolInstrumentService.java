package io.protoworks.protocol;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ProtocolItemInputs.AddProtocolInstrumentInput;
import io.protoworks.protocol.ProtocolItemInputs.ChangeProtocolInstrumentInput;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The instruments of protocols: kept by the executor, for as long as values can be given. */
@Service
public class ProtocolInstrumentService {
  private static final String TYPE = "ProtocolInstrument";
  private static final String NOUN = "instrument";
  static final String MEASURED =
      "Items were measured with this instrument, so it stays what it was then; fill them again with"
          + " another instrument, or clear them, first.";

  private final ProtocolInstrumentMapper instruments;
  private final ProtocolItemMapper items;
  private final ProtocolCases cases;
  private final Changes changes;

  ProtocolInstrumentService(
      ProtocolInstrumentMapper instruments,
      ProtocolItemMapper items,
      ProtocolCases cases,
      Changes changes) {
    this.instruments = instruments;
    this.items = items;
    this.cases = cases;
    this.changes = changes;
  }

  List<ProtocolInstrument> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return instruments.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  List<ProtocolInstrument> listByIds(Collection<UUID> ids) {
    return instruments.listByIds(Rows.keys(ids));
  }

  /** The instruments of these protocols; seen by whoever sees the protocols. */
  public List<ProtocolInstrument> listByProtocolIds(Collection<UUID> protocolIds) {
    return instruments.listByProtocolIds(Rows.keys(protocolIds));
  }

  @Transactional
  ProtocolInstrument add(Viewer viewer, AddProtocolInstrumentInput input) {
    Protocol protocol = open(viewer, input.protocolId().uuid());
    ProtocolInstrument added = instruments.insert(viewer.userId(), input);
    changes.record(viewer, Change.created(TYPE, added.id(), protocol.projectId(), added));
    return added;
  }

  @Transactional
  ProtocolInstrument change(Viewer viewer, ChangeProtocolInstrumentInput input) {
    Opened opened = open(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    String altered = alteredMeasure(opened.instrument(), input);
    if (altered != null) {
      requireNoValues(opened.instrument(), altered);
    }
    ProtocolInstrument after = instruments.update(viewer.userId(), input);
    changes.record(
        viewer,
        Change.changed(
            TYPE, after.id(), opened.protocol().projectId(), opened.instrument(), after));
    return after;
  }

  @Transactional
  ProtocolInstrument deactivate(Viewer viewer, VersionedId<ProtocolInstrument> input) {
    Opened opened = open(viewer, input);
    if (!opened.instrument().isActive()) {
      return opened.instrument();
    }
    requireNoValues(opened.instrument(), "id");
    ProtocolInstrument after =
        instruments.updateActive(viewer.userId(), opened.instrument().id(), false);
    changes.record(
        viewer,
        Change.deactivated(
            TYPE, after.id(), opened.protocol().projectId(), opened.instrument(), after));
    return after;
  }

  /** The first field by which a value knows its instrument and that it was in date. */
  private static @Nullable String alteredMeasure(
      ProtocolInstrument before, ChangeProtocolInstrumentInput input) {
    if (!before.serialNumber().equals(input.serialNumber())) {
      return "serialNumber";
    }
    if (!Objects.equals(before.certificateNumber(), input.certificateNumber())) {
      return "certificateNumber";
    }
    if (!Objects.equals(before.calibratedOn(), input.calibratedOn())) {
      return "calibratedOn";
    }
    return before.calibrationDueOn().equals(input.calibrationDueOn()) ? null : "calibrationDueOn";
  }

  /** Values are given under the lock of the protocol, which is held. */
  private void requireNoValues(ProtocolInstrument instrument, String field) {
    List<ProtocolItem> measured = items.listMeasuredBy(instrument.protocolId(), instrument.id());
    if (!measured.isEmpty()) {
      throw Refused.inTheWay(
          field,
          MEASURED,
          measured.stream().limit(Refused.BLOCKERS_SHOWN).toList(),
          measured.size());
    }
  }

  private record Opened(Protocol protocol, ProtocolInstrument instrument) {}

  private Opened open(Viewer viewer, VersionedId<ProtocolInstrument> input) {
    ProtocolInstrument seen =
        listVisibleByIds(viewer, List.of(input.id().uuid())).stream()
            .findFirst()
            .orElseThrow(() -> Refused.unknown("id", NOUN));
    Protocol protocol = open(viewer, seen.protocolId());
    ProtocolInstrument locked = instruments.lockByIds(new UUID[] {seen.id()}).getFirst();
    return new Opened(protocol, Versioned.expect(locked, input.expectedVersion(), NOUN));
  }

  private Protocol open(Viewer viewer, UUID protocolId) {
    ProtocolCase opened = cases.openForItems(viewer, protocolId);
    Protocol protocol = opened.protocol();
    if (!ProtocolParties.mayExecute(protocol, opened.facts(), opened.standing())) {
      throw Failure.forbiddenBecause("Instruments are kept by the executor of the protocol.");
    }
    if (!protocol.status().takesValues()) {
      throw TransitionBlocked.wrongStatus(
          protocol,
          "The protocol is %s and its instruments stay as they are.".formatted(protocol.status()));
    }
    return protocol;
  }
}
