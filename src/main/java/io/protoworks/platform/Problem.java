package io.protoworks.platform;

import io.protoworks.platform.UserError.InvalidInput;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong in something that a person gave, all of which is told at once.
 *
 * @param path where, in the form {@code items[3].config.min}; empty for the whole
 * @param message what is wrong and what to do next
 */
public record Problem(String path, String message) {
  /** The same, seen from further out. */
  public Problem under(String outer) {
    return new Problem(path.isEmpty() ? outer : outer + "." + path, message);
  }

  /** The refusal that it leads to, when the path begins below {@code input}. */
  public UserError error() {
    List<String> names =
        Stream.of(path.split("[.\\[\\]]+", -1)).filter(name -> !name.isEmpty()).toList();
    return new InvalidInput(
        message,
        PlatformErrorCode.INVALID_INPUT,
        Stream.concat(Stream.of("input"), names.stream()).toList());
  }

  /** Refuses if there is any problem. */
  public static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Refused(problems.stream().map(Problem::error).toList());
    }
  }
}
