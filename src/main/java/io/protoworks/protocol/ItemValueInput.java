package io.protoworks.protocol;

import io.protoworks.attachment.Attachment;
import io.protoworks.platform.Id;
import io.protoworks.protocol.ItemValue.CheckResult;
import io.protoworks.protocol.ItemValue.PhotoKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value that somebody gives to an item; exactly one member is there, that of the item's type. */
record ItemValueInput(
    @Nullable CheckboxValueInput checkbox,
    @Nullable TextSingleValueInput textSingle,
    @Nullable TextMultiValueInput textMulti,
    @Nullable NumberValueInput number,
    @Nullable NumberRangeValueInput numberRange,
    @Nullable PhotoCaptureValueInput photoCapture,
    @Nullable DateValueInput date,
    @Nullable SignatureValueInput signature) {

  /** The member that is there. */
  String member() {
    return memberOf(given().getClass(), "ValueInput");
  }

  /** The member of a type by its name: {@code NumberRangeConfig} is for {@code numberRange}. */
  static String memberOf(Class<?> type, String suffix) {
    String name = type.getSimpleName();
    return Character.toLowerCase(name.charAt(0))
        + name.substring(1, name.length() - suffix.length());
  }

  record CheckboxValueInput(CheckResult result, @Nullable String note) {}

  record TextSingleValueInput(String text, @Nullable String note) {}

  record TextMultiValueInput(String text, @Nullable String note) {}

  record NumberValueInput(
      @Nullable String number,
      @Nullable String unit,
      @Nullable Id<ProtocolInstrument> instrumentId,
      @Nullable Boolean notApplicable,
      @Nullable String note) {}

  record NumberRangeValueInput(
      List<ReadingInput> readings,
      @Nullable String unit,
      @Nullable Id<ProtocolInstrument> instrumentId,
      @Nullable String note) {}

  record ReadingInput(String point, String number) {}

  record PhotoCaptureValueInput(List<PhotoInput> photos, @Nullable String note) {}

  record PhotoInput(
      Id<Attachment> attachmentId,
      @Nullable OffsetDateTime takenAt,
      @Nullable GeoInput geo,
      @Nullable PhotoKind kind) {}

  record GeoInput(String latitude, String longitude) {}

  record DateValueInput(
      @Nullable LocalDate date, @Nullable OffsetDateTime dateTime, @Nullable String note) {}

  record SignatureValueInput(@Nullable String note) {}

  /** The member that was given. */
  Object given() {
    return Stream.of(
            checkbox, textSingle, textMulti, number, numberRange, photoCapture, date, signature)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("an input of exactly one member has none"));
  }
}
