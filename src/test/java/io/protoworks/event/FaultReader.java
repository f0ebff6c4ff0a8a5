package io.protoworks.event;

import io.protoworks.testing.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.JsonNode;

/** Follows at any node; goes away now and then, and comes back with the last cursor. */
final class FaultReader {
  private final Feed feed;
  private final FaultyNodes nodes;
  private final String token;
  private final UUID project;
  private final Random random;
  private final List<Long> told = new ArrayList<>();
  private volatile long last = Long.MAX_VALUE;
  private String cursor;
  private int resumed;

  FaultReader(Feed feed, FaultyNodes nodes, String token, UUID project, String begin, long seed) {
    this.feed = feed;
    this.nodes = nodes;
    this.token = token;
    this.project = project;
    this.cursor = begin;
    random = new Random(seed);
  }

  /** Says which event is the last one. */
  void finishAt(long sequence) {
    last = sequence;
  }

  void readUntilTold() {
    while (!isFinished() && !nodes.isClosed()) {
      try (Socket socket = feed.follow(nodes.any(random), token, project, cursor)) {
        int until = told.size() + 1 + random.nextInt(40);
        while (told.size() < until && !isFinished() && take(socket)) {
          // Goes on.
        }
      } catch (CompletionException | AssertionError dead) {
        // That node is gone, or was just starting.
      }
      resumed++;
    }
  }

  private boolean isFinished() {
    return !told.isEmpty() && told.getLast() >= last;
  }

  /** Whether there was an event, and not the end of the subscription or the line. */
  private boolean take(Socket socket) {
    JsonNode message = socket.poll();
    if (message == null) {
      return !isFinished();
    }
    JsonNode event = message.at("/payload/data/events/cursor");
    if (!event.isString()) {
      return message.path("type").asString().equals("ping");
    }
    cursor = event.asString();
    told.add(EventCursor.sequence(cursor, project));
    return true;
  }

  List<Long> told() {
    return told;
  }

  int resumed() {
    return resumed;
  }
}
