package io.protoworks.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which column probably holds which field, for a person to confirm or correct.
 *
 * @param suggestions at most one for a field and one for a column, in the order of the fields
 * @param defaults values where a field is blank
 */
public record RegisterMappingProposal(
    List<Suggestion> suggestions, Map<RegisterField, String> defaults) {

  /**
   * A column that a field is probably in.
   *
   * @param confidence from 0 to 1
   */
  public record Suggestion(RegisterField field, String header, double confidence) {

    /** Whether the import also works without it. */
    boolean isOptional() {
      return !field.isRequired();
    }
  }

  public Optional<Suggestion> findSuggestion(RegisterField field) {
    return suggestions.stream().filter(suggestion -> suggestion.field() == field).findFirst();
  }

  /** The fields that every row needs and that neither a column nor a default was found for. */
  List<RegisterField> missingFields() {
    return Stream.of(RegisterField.values())
        .filter(RegisterField::isRequired)
        .filter(field -> findSuggestion(field).isEmpty() && !defaults.containsKey(field))
        .toList();
  }

  public RegisterMapping mapping() {
    return new RegisterMapping(
        suggestions.stream().collect(Collectors.toMap(Suggestion::field, Suggestion::header)),
        defaults);
  }
}
