package io.protoworks.event;

import io.protoworks.platform.Failure;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * One subscription that is up to date: what happens waits here until it is sent, but only so much
 * of it.
 */
final class Follower {
  private final UUID userId;
  private final UUID projectId;
  private final EventFilter filter;
  private final int buffer;
  private final Sinks.Many<Event> waiting;
  private long position;
  private boolean closed;

  Follower(UUID userId, UUID projectId, EventFilter filter, int buffer) {
    this.userId = userId;
    this.projectId = projectId;
    this.filter = filter;
    this.buffer = buffer;
    this.waiting = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(buffer));
  }

  UUID userId() {
    return userId;
  }

  UUID projectId() {
    return projectId;
  }

  /** In order; it fails when more happened than there is room for, after all that is waiting. */
  Flux<Event> waiting() {
    return waiting.asFlux();
  }

  boolean wants(Event event) {
    return event.sequence() > position && filter.matches(event);
  }

  /** Says that what happened up to here is not to be offered. */
  void skipTo(long sequence) {
    position = Math.max(position, sequence);
  }

  /** Adds what the viewer wants and may see. Only the reader of the log calls this, in order. */
  void offer(Event event) {
    if (closed) {
      return;
    }
    if (waiting.tryEmitNext(event).isSuccess()) {
      position = event.sequence();
      return;
    }
    closed = true;
    waiting.tryEmitError(
        Failure.tooSlow(
            "More happens than is taken: %d events wait. Subscribe again after this cursor."
                .formatted(buffer),
            EventCursor.of(projectId, position)));
  }
}
