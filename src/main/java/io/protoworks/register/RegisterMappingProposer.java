package io.protoworks.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a mapping from the names of the columns and from what stands in them: a column of bare
 * numbers is hardly the tag, a column that is always blank is nothing.
 */
public final class RegisterMappingProposer {

  /** The subsystem of tags that a register gives none. */
  static final String DEFAULT_SUBSYSTEM = "GENERAL";

  private static final double MIN_CONFIDENCE = 0.5;
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,]*");

  private final List<String> headers;
  private final List<RegisterRow> sample;
  private final RegisterOptions options;

  private RegisterMappingProposer(
      List<String> headers, List<RegisterRow> sample, RegisterOptions options) {
    this.headers = headers;
    this.sample = sample;
    this.options = options;
  }

  /**
   * Proposes a mapping.
   *
   * @param sample some rows of the file, as they were read; may be empty
   */
  public static RegisterMappingProposal propose(
      List<String> headers, List<RegisterRow> sample, RegisterOptions options) {
    return new RegisterMappingProposer(headers, sample, options).propose();
  }

  private RegisterMappingProposal propose() {
    Map<RegisterField, RegisterMappingProposal.Suggestion> chosen =
        new EnumMap<>(RegisterField.class);
    Set<String> taken = new HashSet<>();
    for (RegisterMappingProposal.Suggestion candidate : candidates()) {
      if (!chosen.containsKey(candidate.field()) && taken.add(candidate.header())) {
        chosen.put(candidate.field(), candidate);
      }
    }
    return new RegisterMappingProposal(
        List.copyOf(chosen.values()), defaults(chosen.get(RegisterField.SUBSYSTEM_CODE)));
  }

  /** What each column may be, best first; of equals the one further left. */
  private List<RegisterMappingProposal.Suggestion> candidates() {
    String prefix = RegisterVocabulary.prefixOf(headers);
    List<RegisterMappingProposal.Suggestion> candidates = new ArrayList<>();
    for (int column = 0; column < headers.size(); column++) {
      RegisterVocabulary.Meaning meaning =
          RegisterVocabulary.meaningOf(headers.get(column), prefix);
      if (meaning != null) {
        double confidence = confidence(meaning, column);
        if (confidence >= MIN_CONFIDENCE) {
          candidates.add(
              new RegisterMappingProposal.Suggestion(
                  meaning.field(), headers.get(column), confidence));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(RegisterMappingProposal.Suggestion::confidence).reversed());
    return candidates;
  }

  private double confidence(RegisterVocabulary.Meaning meaning, int column) {
    List<String> values = valuesOf(column);
    if (meaning.confidence() == 1 || sample.isEmpty()) {
      return meaning.confidence();
    }
    if (values.isEmpty()) {
      return 0;
    }
    double numbers = share(values, value -> NUMBER.matcher(value).matches());
    double factor =
        switch (meaning.field()) {
          case TAG_ID -> factorOfTag(values, numbers);
          case APPLICATION -> numbers > 0.8 ? 0.4 : 1;
          case ACTIVE -> share(values, value -> RegisterValues.yesOrNo(value) != null);
          default -> 1;
        };
    return meaning.confidence() * factor;
  }

  private static double factorOfTag(List<String> values, double numbers) {
    double factor = numbers > 0.8 ? 0.6 : 1;
    int maxLength = RegisterField.TAG_ID.maxLength();
    if (share(values, value -> value.length() > maxLength) > 0.2) {
      factor *= 0.3;
    }
    return values.stream().distinct().count() < 0.9 * values.size() ? factor * 0.7 : factor;
  }

  private static double share(List<String> values, Predicate<String> condition) {
    return (double) values.stream().filter(condition).count() / values.size();
  }

  private List<String> valuesOf(int column) {
    List<String> values = new ArrayList<>();
    for (RegisterRow row : sample) {
      String cell = column < row.cells().size() ? row.cells().get(column) : "";
      String value = RegisterValues.text(cell, options.blankMarkers());
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private Map<RegisterField, String> defaults(
      RegisterMappingProposal.@Nullable Suggestion subsystem) {
    boolean alwaysGiven =
        subsystem != null && valuesOf(headers.indexOf(subsystem.header())).size() == sample.size();
    return alwaysGiven ? Map.of() : Map.of(RegisterField.SUBSYSTEM_CODE, DEFAULT_SUBSYSTEM);
  }
}
