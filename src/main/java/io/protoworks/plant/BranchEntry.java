package io.protoworks.plant;

import io.protoworks.platform.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a register says of an area, system or subsystem.
 *
 * @param parentId the project of an area, the area of a system, the system of a subsystem
 * @param code natural key under the parent
 * @param name null when the register does not say: left as it is, and the code for a new one
 * @param description null when the register does not say: left as it is
 */
public record BranchEntry(
    UUID parentId, String code, @Nullable String name, @Nullable String description) {
  private static final int MAXIMUM_CODE_LENGTH = 100;

  /** Its key in the register. */
  record Key(UUID parentId, String code) {}

  /** What the database would refuse; empty when the entry can be written. */
  public List<EntryProblem> problems() {
    List<EntryProblem> problems = new ArrayList<>();
    if (!Texts.isCleanLine(code) || Texts.length(code) > MAXIMUM_CODE_LENGTH) {
      problems.add(new EntryProblem("code", EntryProblem.NOT_A_CLEAN_LINE));
    }
    if (name != null && !EntryProblem.isText(name)) {
      problems.add(new EntryProblem("name", EntryProblem.NOT_A_TEXT));
    }
    if (description != null && description.indexOf('\0') >= 0) {
      problems.add(new EntryProblem("description", EntryProblem.NOT_A_TEXT));
    }
    return problems;
  }

  boolean differsFrom(Branch found) {
    return (name != null && !name.equals(found.name()))
        || (description != null && !description.equals(found.description()));
  }
}
