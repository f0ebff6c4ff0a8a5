package io.protoworks.register;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what a person may have meant by a name that does not exist. */
final class RegisterNames {

  private static final int MAX_MATCHES = 3;
  private static final int MAX_LENGTH = 100;
  private static final int MIN_CONTAINED_LENGTH = 3;

  private RegisterNames() {}

  /** The names that are close to the wanted one, best first. */
  static List<String> nearest(String wanted, Collection<String> names) {
    String goal = comparable(wanted);
    return names.stream()
        .filter(name -> !name.isEmpty())
        .map(name -> Map.entry(name, distance(goal, comparable(name))))
        .filter(entry -> isNear(goal, comparable(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparing(Map.Entry::getValue))
        .limit(MAX_MATCHES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The end of a sentence that offers them, or that lists what there is if none is near. */
  static String offer(List<String> near, Collection<String> names) {
    if (!near.isEmpty()) {
      return near.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" or "));
    }
    return "one of "
        + names.stream()
            .filter(name -> !name.isEmpty())
            .limit(10)
            .map(name -> "\"" + RegisterValues.truncate(name, MAX_LENGTH) + "\"")
            .collect(Collectors.joining(", "));
  }

  private static String comparable(String name) {
    return RegisterValues.truncate(RegisterValues.fold(RegisterValues.normalise(name)), MAX_LENGTH);
  }

  private static boolean isNear(String wanted, String name, int distance) {
    boolean contained =
        Math.min(wanted.length(), name.length()) >= MIN_CONTAINED_LENGTH
            && (wanted.contains(name) || name.contains(wanted));
    return contained || distance <= Math.max(2, wanted.length() / 3);
  }

  /** How many characters have to be added, removed or replaced to make one of the other. */
  private static int distance(String first, String second) {
    int[] previous = new int[second.length() + 1];
    for (int column = 0; column < previous.length; column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= first.length(); row++) {
      int[] current = new int[previous.length];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int replaced = first.charAt(row - 1) == second.charAt(column - 1) ? 0 : 1;
        int changed = Math.min(previous[column], current[column - 1]) + 1;
        current[column] = Math.min(changed, previous[column - 1] + replaced);
      }
      previous = current;
    }
    return previous[second.length()];
  }
}
