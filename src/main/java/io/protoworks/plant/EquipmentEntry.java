package io.protoworks.plant;

import io.protoworks.platform.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a register says of an equipment.
 *
 * @param subsystemId where it belongs; another one than before moves it
 * @param tagId natural key in the project
 * @param disciplineId null when the register does not say: left as it is
 * @param active null when the register does not say: left as it is, and true for a new one
 */
public record EquipmentEntry(
    UUID subsystemId,
    String tagId,
    String application,
    @Nullable UUID disciplineId,
    @Nullable Boolean active) {

  /** What the database would refuse; empty when the entry can be written. */
  public List<EntryProblem> problems() {
    List<EntryProblem> problems = new ArrayList<>();
    if (!Texts.isCleanLine(tagId)) {
      problems.add(new EntryProblem("tagId", EntryProblem.NOT_A_CLEAN_LINE));
    }
    if (Texts.length(tagId) > Equipment.MAXIMUM_TAG_LENGTH) {
      problems.add(tooLong("tagId", Equipment.MAXIMUM_TAG_LENGTH));
    }
    if (!EntryProblem.isText(application)) {
      problems.add(new EntryProblem("application", EntryProblem.NOT_A_TEXT));
    }
    if (Texts.length(application) > Equipment.MAXIMUM_APPLICATION_LENGTH) {
      problems.add(tooLong("application", Equipment.MAXIMUM_APPLICATION_LENGTH));
    }
    return problems;
  }

  private static EntryProblem tooLong(String field, int maximum) {
    return new EntryProblem(field, "must not be longer than %d characters".formatted(maximum));
  }

  boolean differsFrom(Equipment found) {
    return moves(found)
        || !application.equals(found.application())
        || (disciplineId != null && !disciplineId.equals(found.disciplineId()))
        || (active != null && active != found.isActive());
  }

  boolean moves(Equipment found) {
    return !subsystemId.equals(found.subsystemId());
  }

  boolean retires(Equipment found) {
    return found.isActive() && Boolean.FALSE.equals(active);
  }

  /** Whether writing it puts something active under the subsystem that was not there before. */
  boolean activates(@Nullable Equipment found) {
    if (found == null) {
      return !Boolean.FALSE.equals(active);
    }
    boolean activeThen = active == null ? found.isActive() : active;
    return activeThen && !(found.isActive() && !moves(found));
  }
}
