package io.protoworks.protocol;

import io.protoworks.platform.JsonForm;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found at an item, in the form of its type; in {@code protocol_items.value} as JSON with
 * the components' names. Measured numbers are their digits as text, never doubles.
 */
public sealed interface ItemValue extends JsonForm {
  /** The version of the form. */
  int VERSION = 1;

  int v();

  /** Whether the item does not apply. */
  boolean na();

  @Nullable String note();

  /** An answer to a check. */
  enum CheckResult {
    OK,
    NOK,
    NA
  }

  record CheckboxValue(int v, boolean na, @Nullable String note, CheckResult result)
      implements ItemValue {}

  record TextSingleValue(int v, boolean na, @Nullable String note, String text)
      implements ItemValue {}

  record TextMultiValue(int v, boolean na, @Nullable String note, String text)
      implements ItemValue {}

  /**
   * A number.
   *
   * @param number its digits; null where the item does not apply
   */
  record NumberValue(
      int v,
      boolean na,
      @Nullable String note,
      @Nullable String number,
      @Nullable String unit,
      @Nullable UUID instrumentId)
      implements ItemValue {}

  record NumberRangeValue(
      int v,
      boolean na,
      @Nullable String note,
      List<Reading> readings,
      @Nullable String unit,
      @Nullable UUID instrumentId)
      implements ItemValue {}

  /** A number that was read at a point. */
  record Reading(String point, String number) {}

  record PhotoCaptureValue(int v, boolean na, @Nullable String note, List<Photo> photos)
      implements ItemValue {}

  /** A photo, by the attachment that it is; the hash says which bytes were meant. */
  record Photo(
      UUID attachmentId,
      String sha256,
      @Nullable OffsetDateTime takenAt,
      @Nullable Geo geo,
      @Nullable PhotoKind kind) {}

  /** Where a photo was taken, in degrees (WGS 84). */
  record Geo(String latitude, String longitude) {}

  /** Whether a photo shows the state before or after the work. */
  enum PhotoKind {
    BEFORE,
    AFTER
  }

  /** A day or a moment, as the config asks; the other is null. */
  record DateValue(
      int v,
      boolean na,
      @Nullable String note,
      @Nullable LocalDate date,
      @Nullable OffsetDateTime dateTime)
      implements ItemValue {}

  /**
   * A signature on the item.
   *
   * @param contentHash the SHA-256 of the contents of the protocol when it was given
   */
  record SignatureValue(
      int v,
      boolean na,
      @Nullable String note,
      UUID attachmentId,
      String sha256,
      UUID signerUserId,
      OffsetDateTime signedAt,
      String contentHash)
      implements ItemValue {}
}
