package io.protoworks.register;

import io.protoworks.platform.Row;
import org.jspecify.annotations.Nullable;

/** A valid row of a register: a tag, what it is for, and where it belongs in the plant. */
public record RegisterRecord(
    String areaCode,
    @Nullable String areaName,
    String systemCode,
    @Nullable String systemName,
    String subsystemCode,
    @Nullable String subsystemName,
    String tagId,
    String application,
    @Nullable String disciplineCode,
    @Nullable Boolean active)
    implements Row {

  public RegisterRecord {
    areaName = emptyToNull(areaName);
    systemName = emptyToNull(systemName);
    subsystemName = emptyToNull(subsystemName);
    disciplineCode = emptyToNull(disciplineCode);
  }

  /** A field as an export writes it; the empty text where there is no value. */
  public String text(RegisterField field) {
    String value =
        switch (field) {
          case AREA_CODE -> areaCode;
          case AREA_NAME -> areaName;
          case SYSTEM_CODE -> systemCode;
          case SYSTEM_NAME -> systemName;
          case SUBSYSTEM_CODE -> subsystemCode;
          case SUBSYSTEM_NAME -> subsystemName;
          case TAG_ID -> tagId;
          case APPLICATION -> application;
          case DISCIPLINE_CODE -> disciplineCode;
          case ACTIVE -> active == null ? null : active.toString();
        };
    return value == null ? "" : value;
  }

  private static @Nullable String emptyToNull(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
