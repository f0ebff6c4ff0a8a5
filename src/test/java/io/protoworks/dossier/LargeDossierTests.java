package io.protoworks.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.OtherServer;
import io.protoworks.testing.ServerTest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Dossiers that are larger than the memory of the server that makes them. */
@ServerTest
@TestPropertySource(properties = LargeDossierTests.FOLDER)
class LargeDossierTests {
  static final String FOLDER = "protoworks.files.folder=target/files/large-dossier";

  private static final int PROTOCOLS = 200;
  private static final int ITEMS = 16;

  @Autowired Api api;
  @Autowired Play play;
  @Autowired Documents documents;
  @Autowired JdbcClient database;

  /** A server takes 55 MiB by itself; a photo has 21 MiB when it is decoded whole. */
  @Test
  void needNoMoreMemoryThanSmallOnes() throws Exception {
    Cast cast = play.cast();
    makeProtocols(cast);
    assertThat(attachPhotos(cast.site().projectId())).isEqualTo(PROTOCOLS);
    People.SignedIn reader = cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    String secret = "protoworks.access-token.secret=" + ServerTest.ACCESS_TOKEN_SECRET;
    try (OtherServer server = OtherServer.start(api, "128m", secret, FOLDER)) {
      String url =
          String.valueOf(
              documents.url(
                  server.as(reader.token()), Documents.subsystem(cast.site().subsystemId())));
      HttpResponse<byte[]> answer = documents.get(server.uri(url));
      assertThat(answer.statusCode()).isEqualTo(200);
      try (PdfReader pdf = new PdfReader(answer.body())) {
        assertThat(pdf.getNumberOfPages()).isGreaterThan(2 * PROTOCOLS);
      }
    }
  }

  private void makeProtocols(Cast cast) {
    for (int number = 0; number < PROTOCOLS; number++) {
      cast.equipment("P-" + number);
    }
    UUID template =
        play.template(
            ProtocolType.C1,
            Collections.nCopies(ITEMS, ItemDraft.check()).toArray(ItemDraft[]::new));
    GraphQlTester engineering = cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    List<String> made =
        Mutations.ask(
                engineering,
                "createProtocols",
                "results { protocol { id } errors { message } }",
                Map.of(
                    "templateId",
                    new TypeId("protocol_template", template).toString(),
                    "executorCompanyId",
                    new TypeId("company", cast.site().company(CompanyType.MONTADORA)).toString(),
                    "equipments",
                    Map.of(
                        "inSubsystem",
                        Map.of("subsystemId", Documents.subsystem(cast.site().subsystemId())))))
            .execute()
            .path("createProtocols.results[*].protocol.id")
            .entityList(String.class)
            .hasSize(PROTOCOLS)
            .get();
    Mutations.ask(
            engineering,
            "releaseProtocols",
            "results { protocol { id } }",
            Map.of(
                "protocols",
                made.stream().map(id -> Map.of("id", id, "expectedVersion", 1)).toList()))
        .execute()
        .path("releaseProtocols.results[*].protocol.id")
        .entityList(String.class)
        .hasSize(PROTOCOLS);
  }

  /** A photo of its own at the first item of each protocol. */
  private int attachPhotos(UUID projectId) {
    byte[] photo = Documents.picture("jpeg", 3200, 2400);
    List<UUID> items =
        database
            .sql(
                "select item.id from protocol.protocol_items item"
                    + " join protocol.protocols protocol on protocol.id = item.protocol_id"
                    + " where protocol.project_id = ? and item.\"order\" = 1")
            .param(projectId)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    for (UUID item : items) {
      documents.keep("photos/" + item, photo);
      database
          .sql(
              """
              insert into attachment.attachments
                     (entity_type, entity_id, file_path, file_name, file_type, file_size, sha256, uploaded_by)
              select 'protocol_item', :item, :path, 'photo.jpg', 'image/jpeg', :size, repeat('0', 64),
                     protocol.created_by
                from protocol.protocol_items item
                join protocol.protocols protocol on protocol.id = item.protocol_id
               where item.id = :item
              """)
          .param("item", item)
          .param("path", "photos/" + item)
          .param("size", photo.length)
          .update();
    }
    return items.size();
  }
}
