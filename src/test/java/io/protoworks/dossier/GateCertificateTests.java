package io.protoworks.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.completion.Commissioning;
import io.protoworks.completion.GateType;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@ServerTest
class GateCertificateTests {
  private static final Pattern HASH = Pattern.compile("RFC 8785\\) ([0-9a-f]{64})");

  @Autowired Play play;
  @Autowired Commissioning commissioning;
  @Autowired Documents documents;

  private GraphQlTester client(Cast cast) {
    return cast.as(CompanyType.CLIENTE, UserRole.CLIENT);
  }

  private String gate(Cast cast, GateType type) {
    return new TypeId("gate", commissioning.gate(cast.site().subsystemId(), type)).toString();
  }

  /** A pump with a finalized protocol and a motor that is exempt. */
  private State openG12(Cast cast) {
    UUID motor = cast.equipment("M-101");
    State protocol =
        cast.create(play.template(ProtocolType.C1), ProtocolType.C1, cast.equipment("P-101"));
    commissioning.waive(motor, ProtocolType.C1);
    return cast.playThrough(ProtocolType.C1, protocol);
  }

  @Test
  void statesWhatAnOpenGateStandsOn() throws Exception {
    Cast cast = play.cast();
    openG12(cast);
    byte[] document = documents.of(client(cast), gate(cast, GateType.G12));
    List<String> pages = Documents.pages(document);
    assertThat(pages).hasSize(1);
    String text = pages.getFirst();
    assertThat(text)
        .contains("Gate G12 · mechanical completion accepted, C2 may begin")
        .contains("2, all covered", "1, all finalized", "P-101")
        .contains("Exempt from C1", "M-101", "Not in the scope")
        .contains("No pendency is open.", "Who stands for it")
        .containsPattern("Page 1 of ?1");
    String hash = HASH.matcher(text).results().map(found -> found.group(1)).findFirst().orElse("");
    assertThat(sha256(attached(document))).isEqualTo(hash);
    assertThat(Documents.text(documents.of(client(cast), gate(cast, GateType.G12)))).contains(hash);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of()
        .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** The file in a document. */
  private static byte[] attached(byte[] document) throws IOException {
    try (PdfReader reader = new PdfReader(document)) {
      for (int number = 1; number < reader.getXrefSize(); number++) {
        if (reader.getPdfObject(number) instanceof PRStream stream
            && PdfName.EMBEDDEDFILE.equals(((PdfDictionary) stream).get(PdfName.TYPE))) {
          return PdfReader.getStreamBytes(stream);
        }
      }
    }
    throw new AssertionError("no file is in the document");
  }

  @Test
  void isNotGivenForAClosedGate() {
    Cast cast = play.cast();
    State protocol = openG12(cast);
    String gate = gate(cast, GateType.G12);
    String url = String.valueOf(documents.url(client(cast), gate));
    assertThat(documents.get(url).statusCode()).isEqualTo(200);
    play.step(client(cast), "reopenProtocol", protocol, Map.of("reason", "The report is missing."));
    client(cast)
        .document("query($id: ID!) { node(id: $id) { ... on Gate { certificateUrl } } }")
        .variable("id", gate)
        .execute()
        .path("node.certificateUrl")
        .valueIsNull();
    HttpResponse<byte[]> answer = documents.get(url);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("\"code\":\"GATE_CLOSED\"", "Protocols of C1 that are not finalized: 1");
  }

  @Test
  void isNothingToASupplier() {
    Cast cast = play.cast();
    openG12(cast);
    cast.as(CompanyType.FORNECEDOR, UserRole.SUPPLIER)
        .document("query($id: ID!) { node(id: $id) { id } }")
        .variable("id", gate(cast, GateType.G12))
        .execute()
        .path("node")
        .valueIsNull();
  }
}
