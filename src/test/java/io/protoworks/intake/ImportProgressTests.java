package io.protoworks.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.intake.Imports.Order;
import io.protoworks.intake.Imports.Site;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Socket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class ImportProgressTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Imports imports;

  private static String watching(String jobId) {
    return "subscription { importProgress(importJobId: \"%s\") { status totalRows processedRows } }"
        .formatted(jobId);
  }

  private static Order order(int rows) {
    StringBuilder csv =
        new StringBuilder("area_code,system_code,subsystem_code,tag_id,application\n");
    for (int row = 0; row < rows; row++) {
      csv.append("A1,S1,SS1,P-%d,Pump\n".formatted(row));
    }
    return Order.of(csv.toString());
  }

  @Test
  void isToldUntilTheEnd() {
    Site site = imports.site();
    String jobId = imports.start(site, order(5_000));
    try (Socket socket = Socket.openAs(api, site.token())) {
      socket.subscribe("1", watching(jobId));
      int processed = 0;
      JsonNode message = socket.next();
      JsonNode last = message;
      while (message.path("type").asString().equals("next")) {
        JsonNode progress = message.at("/payload/data/importProgress");
        assertThat(progress.path("processedRows").asInt()).isGreaterThanOrEqualTo(processed);
        processed = progress.path("processedRows").asInt();
        last = progress;
        message = socket.next();
      }
      assertThat(message.path("type").asString()).isEqualTo("complete");
      assertThat(last.path("status").asString()).isEqualTo("COMPLETED");
      assertThat(processed).isEqualTo(5_000);
    }
  }

  @Test
  void isHiddenFromStrangers() {
    Site site = imports.site();
    String jobId = imports.start(site, order(1));
    imports.awaitEnd(site, jobId);
    try (Socket socket = Socket.openAs(api, people.stranger().token())) {
      socket.subscribe("1", watching(jobId));
      JsonNode message = socket.next();
      assertThat(message.path("type").asString()).isEqualTo("error");
      assertThat(message.toString()).contains("NOT_FOUND");
    }
  }
}
