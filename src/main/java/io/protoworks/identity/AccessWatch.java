package io.protoworks.identity;

import io.protoworks.platform.Daemon;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Finds out whose session or API key has ended, every few seconds and once for all subscriptions of
 * this node: however many run, it costs one statement, and none where none runs.
 */
@Service
class AccessWatch extends Daemon {
  private final ViewerMapper viewers;
  private final SessionProperties properties;
  private final Map<Access, Set<MonoSink<Access>>> watched = new HashMap<>();
  private final Semaphore end = new Semaphore(0);

  AccessWatch(ViewerMapper viewers, SessionProperties properties) {
    this.viewers = viewers;
    this.properties = properties;
  }

  /** Comes once the session or API key has ended. */
  Mono<Access> ended(Access access) {
    return Mono.create(
        watcher -> {
          synchronized (watched) {
            watched.computeIfAbsent(access, key -> new HashSet<>()).add(watcher);
          }
          watcher.onDispose(() -> forget(access, watcher));
        });
  }

  private void forget(Access access, MonoSink<Access> watcher) {
    synchronized (watched) {
      Set<MonoSink<Access>> watchers = watched.get(access);
      if (watchers != null && watchers.remove(watcher) && watchers.isEmpty()) {
        watched.remove(access);
      }
    }
  }

  @Override
  protected void begin() {
    repeat("background-access-watch", properties.watchInterval(), this::look);
  }

  @Override
  protected void end() {
    end.release();
  }

  private void look() throws InterruptedException {
    if (end.tryAcquire(properties.watchInterval().toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    Set<Access> asked;
    synchronized (watched) {
      asked = Set.copyOf(watched.keySet());
    }
    if (!asked.isEmpty()) {
      Set<Access> living = living(asked);
      asked.stream().filter(access -> !living.contains(access)).forEach(this::tell);
    }
  }

  private Set<Access> living(Set<Access> asked) {
    List<LivingAccess> living =
        viewers.listLiving(ids(asked, Access::sessionId), ids(asked, Access::apiKeyId));
    Set<Access> unseen =
        living.stream()
            .filter(access -> !access.wasSeenLately())
            .map(LivingAccess::access)
            .collect(Collectors.toSet());
    if (!unseen.isEmpty()) {
      viewers.touchSessions(ids(unseen, Access::sessionId));
      viewers.touchApiKeys(ids(unseen, Access::apiKeyId));
    }
    return living.stream().map(LivingAccess::access).collect(Collectors.toSet());
  }

  private static UUID[] ids(Set<Access> accesses, Function<Access, @Nullable UUID> id) {
    return accesses.stream().map(id).filter(Objects::nonNull).toArray(UUID[]::new);
  }

  private void tell(Access access) {
    List<MonoSink<Access>> watchers;
    synchronized (watched) {
      watchers = List.copyOf(watched.getOrDefault(access, Set.of()));
    }
    watchers.forEach(watcher -> watcher.success(access));
  }
}
