package io.protoworks.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What was answered to how many operations, by their kind. */
final class ModelTally {
  /** A deadlock, or a wait for a lock that did not end, is told as TIMEOUT. */
  private static final Set<String> NEVER = Set.of("INTERNAL", "TIMEOUT");

  private final Map<String, AtomicInteger> accepted = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> codes = new ConcurrentHashMap<>();

  /** How an operation ended: done, or refused for a reason. */
  record Ending(boolean isDone, String code) {}

  /** Reads an answer; fails on one that no client should ever see. */
  Ending judge(String mutation, Map<String, Object> input, JsonNode answer) {
    Ending ending = ending(mutation, answer);
    if (NEVER.contains(ending.code()) || ending.code().startsWith("GRAPHQL_")) {
      throw new AssertionError("%s %s: %s".formatted(mutation, input, answer));
    }
    count(ending.isDone() ? accepted : refused, mutation);
    if (!ending.isDone()) {
      count(codes, ending.code());
    }
    return ending;
  }

  private static Ending ending(String mutation, JsonNode answer) {
    if (!answer.path("errors").isEmpty()) {
      return new Ending(false, answer.at("/errors/0/extensions/code").asString("INTERNAL"));
    }
    JsonNode errors = answer.path("data").path(mutation).path("errors");
    return errors.isEmpty()
        ? new Ending(true, "")
        : new Ending(false, errors.path(0).path("code").asString("INTERNAL"));
  }

  private static void count(Map<String, AtomicInteger> counts, String key) {
    counts.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet();
  }

  int accepted(String... mutations) {
    int sum = 0;
    for (String mutation : mutations) {
      sum += accepted.getOrDefault(mutation, new AtomicInteger()).get();
    }
    return sum;
  }

  int refused(String mutation) {
    return refused.getOrDefault(mutation, new AtomicInteger()).get();
  }

  private static Map<String, Integer> sorted(Map<String, AtomicInteger> counts) {
    return counts.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                count -> count.getValue().get(),
                (one, other) -> one,
                TreeMap::new));
  }

  @Override
  public String toString() {
    return "accepted %s%nrefused %s%ncodes %s"
        .formatted(sorted(accepted), sorted(refused), sorted(codes));
  }
}
