package io.protoworks.dossier;

import io.protoworks.completion.Gate;
import io.protoworks.completion.GateWaiver;
import io.protoworks.completion.GateWaiverService;
import io.protoworks.completion.ProgressService;
import io.protoworks.dossier.GateCertificate.CarriedOver;
import io.protoworks.dossier.GateCertificate.Finalized;
import io.protoworks.dossier.GateCertificate.Party;
import io.protoworks.dossier.GateCertificate.Waived;
import io.protoworks.pendency.Pendency;
import io.protoworks.pendency.PendencyService;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentService;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolService;
import io.protoworks.protocol.ProtocolSignature;
import io.protoworks.protocol.ProtocolSignatureService;
import io.protoworks.protocol.ProtocolStatus;
import io.protoworks.protocol.SignatureAction;
import io.protoworks.template.PendencyType;
import io.protoworks.template.ProtocolTemplate;
import io.protoworks.template.ProtocolTemplateService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what an open gate stands on. */
@Service
class CertificateReader {
  private static final int BATCH = 200;

  private final ProgressService progress;
  private final GateWaiverService waivers;
  private final ProtocolService protocols;
  private final ProtocolTemplateService templates;
  private final ProtocolSignatureService signatures;
  private final EquipmentService equipments;
  private final PendencyService pendencies;
  private final SheetReader sheets;
  private final NameReader names;

  CertificateReader(
      ProgressService progress,
      GateWaiverService waivers,
      ProtocolService protocols,
      ProtocolTemplateService templates,
      ProtocolSignatureService signatures,
      EquipmentService equipments,
      PendencyService pendencies,
      SheetReader sheets,
      NameReader names) {
    this.progress = progress;
    this.waivers = waivers;
    this.protocols = protocols;
    this.templates = templates;
    this.signatures = signatures;
    this.equipments = equipments;
    this.pendencies = pendencies;
    this.sheets = sheets;
    this.names = names;
  }

  GateCertificate read(Viewer viewer, Place place, Gate gate) {
    UUID id = place.subsystem().id();
    List<Finalized> finalized = new ArrayList<>();
    Parties parties = new Parties();
    for (List<Protocol> batch :
        Batches.<Protocol>of(
            BATCH,
            (after, rows) -> protocols.listInSubsystem(viewer, id, gate.stage(), after, rows))) {
      finalized.addAll(finalized(batch, parties));
    }
    return new GateCertificate(
        gate.id(),
        gate.type(),
        gate.stage(),
        place.project().code(),
        id,
        place.subsystem().code(),
        gate.changedAt(),
        Objects.requireNonNull(progress.ofSubsystems(viewer, List.of(id)).get(id)).equipments(),
        finalized,
        waived(viewer, gate),
        carriedOver(viewer, gate),
        parties.list());
  }

  private List<Finalized> finalized(List<Protocol> batch, Parties parties) {
    List<Protocol> done =
        batch.stream().filter(protocol -> protocol.status() == ProtocolStatus.FINALIZED).toList();
    List<UUID> ids = done.stream().map(Protocol::id).toList();
    Map<UUID, ProtocolTemplate> templateById =
        Rows.byId(
            templates.listByIds(Rows.distinct(done, Protocol::templateId)), ProtocolTemplate::id);
    Map<UUID, List<Equipment>> checked = sheets.equipments(ids);
    Map<UUID, Integer> rounds =
        done.stream().collect(Collectors.toMap(Protocol::id, Protocol::round));
    List<ProtocolSignature> current =
        signatures.listByProtocolIds(ids).stream()
            .filter(given -> Objects.equals(rounds.get(given.protocolId()), given.round()))
            .toList();
    Names called =
        names.read(
            Rows.distinct(current, ProtocolSignature::userId),
            Rows.distinct(current, ProtocolSignature::companyId));
    parties.add(current, called);
    Map<UUID, ProtocolSignature> finalizing =
        current.stream()
            .filter(signature -> signature.action() == SignatureAction.FINALIZED)
            .collect(Collectors.toMap(ProtocolSignature::protocolId, Function.identity()));
    return done.stream()
        .map(
            protocol ->
                finalized(
                    protocol,
                    Objects.requireNonNull(templateById.get(protocol.templateId())),
                    checked.getOrDefault(protocol.id(), List.of()),
                    finalizing.get(protocol.id()),
                    called))
        .toList();
  }

  private static Finalized finalized(
      Protocol protocol,
      ProtocolTemplate template,
      List<Equipment> equipments,
      @Nullable ProtocolSignature signature,
      Names called) {
    return new Finalized(
        protocol.id(),
        protocol.number(),
        template.code(),
        template.templateVersion(),
        equipments.stream().map(Equipment::tagId).toList(),
        signature == null ? null : called.user(signature.userId()),
        signature == null ? null : called.company(signature.companyId()),
        signature == null ? null : signature.signedAt(),
        signature == null ? null : signature.contentHash());
  }

  private List<Waived> waived(Viewer viewer, Gate gate) {
    List<Waived> found = new ArrayList<>();
    for (List<GateWaiver> batch :
        Batches.<GateWaiver>of(
            BATCH, (after, rows) -> waivers.listHolding(viewer, gate.subsystemId(), after, rows))) {
      List<GateWaiver> ofStage =
          batch.stream().filter(waiver -> waiver.stage() == gate.stage()).toList();
      Map<UUID, Equipment> byId =
          Rows.byId(
              equipments.listByIds(Rows.distinct(ofStage, GateWaiver::equipmentId)), Equipment::id);
      Names called =
          names.read(
              Rows.distinct(ofStage, GateWaiver::signedBy),
              Rows.distinct(ofStage, GateWaiver::companyId));
      for (GateWaiver waiver : ofStage) {
        found.add(
            new Waived(
                Objects.requireNonNull(byId.get(waiver.equipmentId())).tagId(),
                waiver.reason(),
                called.user(waiver.signedBy()),
                called.company(waiver.companyId()),
                waiver.signedAt(),
                waiver.contentHash()));
      }
    }
    return found;
  }

  /** Of the gate's stage and those before it; an open gate has none that it asks for. */
  private List<CarriedOver> carriedOver(Viewer viewer, Gate gate) {
    List<CarriedOver> found = new ArrayList<>();
    for (PendencyType type : List.of(PendencyType.PB, PendencyType.PC)) {
      for (List<Pendency> batch :
          Batches.<Pendency>of(
              BATCH,
              (after, rows) ->
                  pendencies.listOpenInSubsystem(viewer, gate.subsystemId(), type, after, rows))) {
        Names called = names.read(Set.of(), Rows.distinct(batch, Pendency::clearingCompanyId));
        batch.stream()
            .filter(pendency -> pendency.stage().compareTo(gate.stage()) <= 0)
            .map(pendency -> carriedOver(pendency, called))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static CarriedOver carriedOver(Pendency pendency, Names called) {
    return new CarriedOver(
        pendency.number(),
        pendency.type(),
        pendency.stage(),
        pendency.description(),
        called.company(pendency.clearingCompanyId()),
        pendency.dueOn());
  }

  /** Who signed for whom, counted. */
  private static final class Parties {
    private record Key(UUID companyId, SignatureAction action, UUID userId) {}

    private final Map<Key, Party> byKey = new HashMap<>();

    void add(List<ProtocolSignature> signatures, Names called) {
      for (ProtocolSignature signature : signatures) {
        byKey.merge(
            new Key(signature.companyId(), signature.action(), signature.userId()),
            new Party(
                called.company(signature.companyId()),
                signature.action(),
                called.user(signature.userId()),
                1,
                signature.signedAt()),
            Parties::together);
      }
    }

    private static Party together(Party one, Party other) {
      return new Party(
          one.company(),
          one.action(),
          one.person(),
          one.signatures() + other.signatures(),
          Stream.of(one.lastSignedAt(), other.lastSignedAt())
              .max(Comparator.naturalOrder())
              .orElseThrow());
    }

    List<Party> list() {
      return byKey.values().stream()
          .sorted(
              Comparator.comparing(Party::action)
                  .thenComparing(Party::company)
                  .thenComparing(Party::person))
          .toList();
    }
  }
}
