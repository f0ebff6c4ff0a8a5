package io.protoworks.dossier;

import io.protoworks.completion.Gate;
import io.protoworks.completion.GateService;
import io.protoworks.pendency.PendencyService;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolService;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes documents of what a viewer sees. Each is one snapshot: what changes while it is made is not
 * half in it. What the viewer does not see fails before the first byte.
 */
@Service
class DossierService {
  private final PlaceReader places;
  private final ProtocolService protocols;
  private final GateService gates;
  private final SheetReader sheets;
  private final CertificateReader certificates;
  private final SubsystemPages subsystems;
  private final PendencyService pendencies;
  private final NameReader names;
  private final PaperFonts fonts;
  private final PaperImages images;
  private final Clock clock;

  DossierService(
      PlaceReader places,
      ProtocolService protocols,
      GateService gates,
      SheetReader sheets,
      CertificateReader certificates,
      SubsystemPages subsystems,
      PendencyService pendencies,
      NameReader names,
      PaperFonts fonts,
      PaperImages images,
      Clock clock) {
    this.places = places;
    this.protocols = protocols;
    this.gates = gates;
    this.sheets = sheets;
    this.certificates = certificates;
    this.subsystems = subsystems;
    this.pendencies = pendencies;
    this.names = names;
    this.fonts = fonts;
    this.images = images;
    this.clock = clock;
  }

  /** Writes the dossier of a protocol; answers the name of its file. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public String writeProtocol(Viewer viewer, UUID id, OutputStream output) throws IOException {
    Protocol protocol =
        PlaceReader.only(protocols.listVisibleByIds(viewer, List.of(id)), "protocol");
    Place place = places.read(viewer, protocol.subsystemId());
    ProtocolSheet sheet = sheets.read(viewer, List.of(protocol)).getFirst();
    Paper paper = begin(viewer, place, sheet.title(), output);
    PendencyPages open = new PendencyPages(paper, pendencies, names, viewer);
    new ProtocolPages(paper, images, open).write(place, sheet);
    paper.finish();
    return "%s protocol %d.pdf".formatted(place.project().code(), protocol.number());
  }

  /** Writes the dossier of a subsystem, with what the viewer sees of it. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public String writeSubsystem(Viewer viewer, UUID id, OutputStream output) throws IOException {
    boolean isWhole = places.isWholeFor(viewer, id);
    if (!isWhole && protocols.listInSubsystem(viewer, id, null, 1).isEmpty()) {
      throw Failure.notFound("subsystem");
    }
    Place place = places.read(viewer, id);
    String title = "Subsystem " + place.subsystem().code();
    Paper paper = begin(viewer, place, title, output);
    subsystems.write(paper, viewer, place, isWhole);
    paper.finish();
    return "%s %s.pdf".formatted(place.project().code(), place.subsystem().code());
  }

  /** Writes the certificate of a gate, while it is open. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public String writeCertificate(Viewer viewer, UUID gateId, OutputStream output)
      throws IOException {
    Gate gate = PlaceReader.only(gates.listVisibleByIds(viewer, List.of(gateId)), "gate");
    if (!gate.isOpen()) {
      throw new GateClosed(
          gate.type(),
          gates.blockersByIds(viewer, List.of(gateId)).getOrDefault(gateId, List.of()));
    }
    Place place = places.read(viewer, gate.subsystemId());
    GateCertificate certificate = certificates.read(viewer, place, gate);
    String title = "Certificate %s, subsystem %s".formatted(gate.type(), place.subsystem().code());
    Paper paper = begin(viewer, place, title, output);
    new CertificatePages(paper).write(place, certificate);
    paper.finish();
    return "%s %s %s.pdf"
        .formatted(place.project().code(), place.subsystem().code(), GateTitles.file(gate.type()));
  }

  private Paper begin(Viewer viewer, Place place, String title, OutputStream output) {
    return new Paper(
        output,
        fonts,
        new Imprint(
            place.project().code(),
            title,
            OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC),
            names.nameOf(viewer)));
  }
}
