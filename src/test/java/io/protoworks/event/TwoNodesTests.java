package io.protoworks.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.event.Feed.Told;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.OtherServer;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Socket;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever follows on one node is told what was done on another. */
@ServerTest
class TwoNodesTests {
  private static final ProtocolType C1 = ProtocolType.C1;
  private static @Nullable OtherServer other;

  @Autowired Api api;
  @Autowired Feed feed;
  @Autowired Play play;
  @Autowired JdbcClient database;

  private Cast cast;
  private UUID project;
  private String client;

  @BeforeEach
  void look() {
    cast = play.cast();
    project = cast.site().projectId();
    client = cast.person(CompanyType.CLIENTE, UserRole.CLIENT).token();
  }

  private OtherServer other() throws Exception {
    OtherServer running = other;
    if (running == null || !running.isRunning()) {
      running =
          OtherServer.start(
              api,
              "256m",
              // Longer than anybody waits here: what comes in time comes by a hint.
              "protoworks.events.poll=10m",
              "protoworks.access-token.secret=" + ServerTest.ACCESS_TOKEN_SECRET,
              "protoworks.files.folder=target/files/other");
      other = running;
    }
    return running;
  }

  @AfterAll
  static void stop() {
    if (other != null) {
      other.close();
    }
  }

  private State drawnUp(String tagId) {
    return cast.create(play.template(C1), C1, cast.equipment(tagId));
  }

  @Test
  void whatIsDoneHereIsToldThere() throws Exception {
    try (Socket there =
        feed.follow(other().uri("/graphql"), client, project, feed.cursor(client, project))) {
      State drawnUp = drawnUp("P-101");
      assertThat(Feed.take(there, 1)).extracting(Told::type).containsExactly("protocol.created");
      cast.release(drawnUp);
      assertThat(Feed.take(there, 1)).extracting(Told::type).containsExactly("protocol.released");
    }
  }

  /** The connection that listens is made anew, and what was said meanwhile is read. */
  @Test
  void aLostListenerIsReplaced() throws Exception {
    try (Socket there =
        feed.follow(other().uri("/graphql"), client, project, feed.cursor(client, project))) {
      drawnUp("P-101");
      Feed.take(there, 1);
      assertThat(endListeners()).isGreaterThanOrEqualTo(2);
      drawnUp("P-102");
      drawnUp("P-103");
      assertThat(Feed.take(there, 2))
          .extracting(Told::type)
          .containsExactly("protocol.created", "protocol.created");
    }
  }

  private int endListeners() {
    return database
        .sql(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where query = 'listen protoworks_hints'")
        .query(Integer.class)
        .single();
  }

  /** The reader goes on at another node, from the cursor that it had. */
  @Test
  void aNodeThatDiesTakesNothingWithIt() throws Exception {
    String begin = feed.cursor(client, project);
    State drawnUp = drawnUp("P-101");
    Told last;
    OtherServer dying = other();
    try (Socket there = feed.follow(dying.uri("/graphql"), client, project, begin)) {
      last = Feed.take(there, 1).getLast();
      dying.kill();
    }
    cast.release(drawnUp);
    try (Socket here = feed.follow(client, project, last.cursor(), "")) {
      assertThat(Feed.take(here, 1)).extracting(Told::type).containsExactly("protocol.released");
    }
  }
}
