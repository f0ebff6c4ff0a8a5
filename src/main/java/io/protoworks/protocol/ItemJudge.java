package io.protoworks.protocol;

import com.google.re2j.Pattern;
import io.protoworks.attachment.Attachment;
import io.protoworks.platform.Decimals;
import io.protoworks.platform.Id;
import io.protoworks.platform.PlatformErrorCode;
import io.protoworks.platform.Texts;
import io.protoworks.platform.UserErrorCode;
import io.protoworks.protocol.ItemContext.Signer;
import io.protoworks.protocol.ItemValue.CheckResult;
import io.protoworks.protocol.ItemValue.CheckboxValue;
import io.protoworks.protocol.ItemValue.DateValue;
import io.protoworks.protocol.ItemValue.Geo;
import io.protoworks.protocol.ItemValue.NumberRangeValue;
import io.protoworks.protocol.ItemValue.NumberValue;
import io.protoworks.protocol.ItemValue.Photo;
import io.protoworks.protocol.ItemValue.PhotoCaptureValue;
import io.protoworks.protocol.ItemValue.PhotoKind;
import io.protoworks.protocol.ItemValue.Reading;
import io.protoworks.protocol.ItemValue.SignatureValue;
import io.protoworks.protocol.ItemValue.TextMultiValue;
import io.protoworks.protocol.ItemValue.TextSingleValue;
import io.protoworks.protocol.ItemValueInput.CheckboxValueInput;
import io.protoworks.protocol.ItemValueInput.DateValueInput;
import io.protoworks.protocol.ItemValueInput.GeoInput;
import io.protoworks.protocol.ItemValueInput.NumberRangeValueInput;
import io.protoworks.protocol.ItemValueInput.NumberValueInput;
import io.protoworks.protocol.ItemValueInput.PhotoCaptureValueInput;
import io.protoworks.protocol.ItemValueInput.PhotoInput;
import io.protoworks.protocol.ItemValueInput.ReadingInput;
import io.protoworks.protocol.ItemValueInput.SignatureValueInput;
import io.protoworks.protocol.ItemValueInput.TextMultiValueInput;
import io.protoworks.protocol.ItemValueInput.TextSingleValueInput;
import io.protoworks.template.ItemConfig;
import io.protoworks.template.ItemConfig.CheckboxConfig;
import io.protoworks.template.ItemConfig.NumberConfig;
import io.protoworks.template.ItemConfig.NumberRangeConfig;
import io.protoworks.template.ItemConfig.OutOfRange;
import io.protoworks.template.ItemConfig.PhotoCaptureConfig;
import io.protoworks.template.ItemConfig.PhotoSource;
import io.protoworks.template.ItemConfig.RangePoint;
import io.protoworks.template.ItemConfig.SignatureConfig;
import io.protoworks.template.ItemConfig.TextMultiConfig;
import io.protoworks.template.ItemConfig.TextSingleConfig;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Judges what somebody gives to an item: makes the value that is stored and its outcome, or says
 * all that is wrong with it. Knows nothing of the database.
 *
 * <p>Only checks and readings against limits can pass or fail; numbers within hard limits, texts,
 * photos, dates and signatures are information.
 */
final class ItemJudge {
  private static final int LONGEST_NOTE = 2_000;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2100;

  /** What is wrong with a value: where in it, in which sense, and what to do about it. */
  record Problem(String path, UserErrorCode code, String message) {}

  private final ItemContext context;
  private final List<Problem> problems = new ArrayList<>();

  private ItemJudge(ItemContext context) {
    this.context = context;
  }

  /**
   * A judgement.
   *
   * @param value what is stored; null when there are problems
   * @param needsPendency whether the item needs an open pendency before the protocol is submitted
   * @param needsPhoto whether the item needs a photo before the protocol is submitted
   * @param problems what is wrong, by the path in the input's value
   */
  record Judgement(
      @Nullable ItemValue value,
      ItemOutcome outcome,
      boolean needsPendency,
      boolean needsPhoto,
      List<Problem> problems) {

    private static Judgement of(ItemValue value, ItemOutcome outcome) {
      return new Judgement(value, outcome, false, false, List.of());
    }
  }

  static Judgement judge(ItemConfig config, ItemValueInput input, ItemContext context) {
    ItemJudge judge = new ItemJudge(context);
    judge.requireKnown(input.given());
    Judgement judgement =
        judge.problems.isEmpty() ? judge.judge(config, input.given()) : judge.refused();
    return judge.problems.isEmpty() ? judgement : judge.refused();
  }

  private Judgement refused() {
    return new Judgement(null, ItemOutcome.INFO, false, false, List.copyOf(problems));
  }

  /** What a value names must be there, whatever the item asks for. */
  private void requireKnown(Object given) {
    switch (given) {
      case NumberValueInput number -> requireKnownInstrument(number.instrumentId());
      case NumberRangeValueInput range -> requireKnownInstrument(range.instrumentId());
      case PhotoCaptureValueInput photos -> requireKnownPhotos(photos.photos());
      default -> {}
    }
  }

  private void requireKnownInstrument(@Nullable Id<ProtocolInstrument> id) {
    if (id != null && !context.instruments().containsKey(id.uuid())) {
      unknown("instrumentId", "There is no such instrument on this protocol; add it first.");
    }
  }

  private void requireKnownPhotos(List<PhotoInput> photos) {
    for (int index = 0; index < photos.size(); index++) {
      Attachment attachment = context.photos().get(photos.get(index).attachmentId().uuid());
      if (attachment == null || !attachment.isImage()) {
        unknown(
            "photos[%d].attachmentId".formatted(index),
            "This is no photo of this item; attach it to the item first.");
      }
    }
  }

  private Judgement judge(ItemConfig config, Object given) {
    return switch (config) {
      case CheckboxConfig check when given instanceof CheckboxValueInput input ->
          check(check, input);
      case TextSingleConfig line when given instanceof TextSingleValueInput input ->
          line(line, input);
      case TextMultiConfig lines when given instanceof TextMultiValueInput input ->
          lines(lines, input);
      case NumberConfig number when given instanceof NumberValueInput input ->
          number(number, input);
      case NumberRangeConfig range when given instanceof NumberRangeValueInput input ->
          range(range, input);
      case PhotoCaptureConfig photos when given instanceof PhotoCaptureValueInput input ->
          photos(photos, input);
      case ItemConfig.DateConfig date when given instanceof DateValueInput input ->
          date(date, input);
      case SignatureConfig signature when given instanceof SignatureValueInput input ->
          signature(signature, input);
      default -> {
        problem(
            "",
            "This item takes %s, and not %s."
                .formatted(
                    ItemValueInput.memberOf(config.getClass(), "Config"),
                    ItemValueInput.memberOf(given.getClass(), "ValueInput")));
        yield new Judgement(null, ItemOutcome.INFO, false, false, List.of());
      }
    };
  }

  private Judgement check(CheckboxConfig config, CheckboxValueInput input) {
    String note = note(input.note());
    boolean na = input.result() == CheckResult.NA;
    require(!na || config.naAllowed(), "result", "NA is no answer to this item.");
    require(
        !na || !config.naRequiresNote() || note != null, "note", "NA needs a note that says why.");
    boolean nok = input.result() == CheckResult.NOK;
    return new Judgement(
        new CheckboxValue(ItemValue.VERSION, na, note, input.result()),
        na ? ItemOutcome.NA : nok ? ItemOutcome.FAIL : ItemOutcome.PASS,
        nok && config.nokRequiresPendency(),
        nok && config.photoOnNok(),
        List.of());
  }

  private Judgement line(TextSingleConfig config, TextSingleValueInput input) {
    String text = input.text();
    int length = Texts.length(text);
    require(Texts.isCleanLine(text), "text", "Write one line, without blanks at its ends.");
    requireShown("text", text);
    require(
        config.minLength() == null || length >= config.minLength(),
        "text",
        "At least %d characters.".formatted(config.minLength()));
    requireLength(text, config.maxLength());
    require(
        config.pattern() == null || Pattern.matches(config.pattern(), text),
        "text",
        "The text must match %s.".formatted(config.pattern()));
    require(
        config.options() == null || config.options().contains(text),
        "text",
        "Choose one of %s.".formatted(config.options()));
    return Judgement.of(
        new TextSingleValue(ItemValue.VERSION, false, note(input.note()), text), ItemOutcome.INFO);
  }

  private Judgement lines(TextMultiConfig config, TextMultiValueInput input) {
    String text = withPlainLineEnds(input.text());
    requireText("text", text);
    requireLength(text, config.maxLength());
    return Judgement.of(
        new TextMultiValue(ItemValue.VERSION, false, note(input.note()), text), ItemOutcome.INFO);
  }

  private Judgement number(NumberConfig config, NumberValueInput input) {
    String note = note(input.note());
    if (Boolean.TRUE.equals(input.notApplicable())) {
      require(config.naAllowed(), "notApplicable", "This item must have a number.");
      require(input.number() == null, "number", "What does not apply has no number.");
      require(input.unit() == null, "unit", "What does not apply has no unit.");
      require(
          input.instrumentId() == null, "instrumentId", "What does not apply was not measured.");
      return Judgement.of(
          new NumberValue(ItemValue.VERSION, true, note, null, null, null), ItemOutcome.NA);
    }
    if (input.number() == null) {
      problem("number", "Give the number.");
    } else {
      BigDecimal number = decimal("number", input.number(), config.decimals());
      requireAtLeast(number, config.hardMin());
      requireAtMost(number, config.hardMax());
    }
    requireUnit(config.unit(), input.unit());
    requireInstrument(
        config.instrumentRequired(),
        input.instrumentId() == null ? null : input.instrumentId().uuid());
    return Judgement.of(
        new NumberValue(
            ItemValue.VERSION,
            false,
            note,
            input.number(),
            input.unit(),
            input.instrumentId() == null ? null : input.instrumentId().uuid()),
        ItemOutcome.INFO);
  }

  private Judgement range(NumberRangeConfig config, NumberRangeValueInput input) {
    List<Reading> readings = new ArrayList<>();
    Set<String> read = new HashSet<>();
    boolean failed = false;
    for (int index = 0; index < input.readings().size(); index++) {
      ReadingInput given = input.readings().get(index);
      String path = "readings[%d]".formatted(index);
      RangePoint point = pointOf(config, given.point());
      require(point != null, path + ".point", "There is no such point.");
      require(read.add(given.point()), path + ".point", "This point was read already.");
      BigDecimal number = decimal(path + ".number", given.number(), config.decimals());
      if (point != null && number != null && !isWithin(config, point, number)) {
        failed = true;
        require(
            config.outOfRange() != OutOfRange.REFUSE,
            path + ".number",
            "The reading is beyond its limits.");
      }
      readings.add(new Reading(given.point(), given.number()));
    }
    for (RangePoint point : config.points()) {
      require(read.contains(point.point()), "readings", "Read %s, too.".formatted(point.point()));
    }
    requireUnit(config.unit(), input.unit());
    UUID instrument = input.instrumentId() == null ? null : input.instrumentId().uuid();
    requireInstrument(config.instrumentRequired(), instrument);
    return new Judgement(
        new NumberRangeValue(
            ItemValue.VERSION, false, note(input.note()), readings, input.unit(), instrument),
        failed ? ItemOutcome.FAIL : ItemOutcome.PASS,
        failed && config.outOfRange() == OutOfRange.REQUIRE_PENDENCY,
        false,
        List.of());
  }

  private static @Nullable RangePoint pointOf(NumberRangeConfig config, String name) {
    return config.points().stream()
        .filter(point -> point.point().equals(name))
        .findFirst()
        .orElse(null);
  }

  static boolean isWithin(NumberRangeConfig config, RangePoint point, BigDecimal number) {
    int least = config.inclusive() ? 0 : 1;
    BigDecimal min = Decimals.ofNullable(point.min());
    BigDecimal max = Decimals.ofNullable(point.max());
    return (min == null || number.compareTo(min) >= least)
        && (max == null || max.compareTo(number) >= least);
  }

  private Judgement photos(PhotoCaptureConfig config, PhotoCaptureValueInput input) {
    List<Photo> photos = new ArrayList<>();
    for (int index = 0; index < input.photos().size(); index++) {
      photos.add(photo(config, input.photos().get(index), "photos[%d]".formatted(index)));
    }
    int count = input.photos().size();
    require(
        count >= config.minPhotos(),
        "photos",
        "Photos needed: %d or more.".formatted(config.minPhotos()));
    require(
        count <= config.maxPhotos(), "photos", "At most %d photos.".formatted(config.maxPhotos()));
    require(
        photos.stream().map(Photo::attachmentId).distinct().count() == photos.size(),
        "photos",
        "Each photo once.");
    if (config.beforeAfter()) {
      for (PhotoKind kind : PhotoKind.values()) {
        require(
            photos.stream().anyMatch(photo -> photo.kind() == kind),
            "photos",
            "One of the photos must be of %s.".formatted(kind));
      }
    }
    return Judgement.of(
        new PhotoCaptureValue(ItemValue.VERSION, false, note(input.note()), photos),
        ItemOutcome.INFO);
  }

  private Photo photo(PhotoCaptureConfig config, PhotoInput input, String path) {
    Attachment attachment =
        Objects.requireNonNull(context.photos().get(input.attachmentId().uuid()));
    require(
        !config.geoRequired() || input.geo() != null,
        path + ".geo",
        "Say where the photo was taken.");
    require(
        config.source() != PhotoSource.CAMERA || input.takenAt() != null,
        path + ".takenAt",
        "Take the photo with the camera, and say when it was taken.");
    require(
        input.takenAt() == null || !input.takenAt().isAfter(context.now()),
        path + ".takenAt",
        "A photo can't be of later than now.");
    return new Photo(
        attachment.id(),
        attachment.sha256(),
        input.takenAt(),
        geo(path + ".geo", input.geo()),
        input.kind());
  }

  private @Nullable Geo geo(String path, @Nullable GeoInput input) {
    if (input == null) {
      return null;
    }
    BigDecimal latitude = decimal(path + ".latitude", input.latitude(), null);
    BigDecimal longitude = decimal(path + ".longitude", input.longitude(), null);
    require(isDegrees(latitude, 90), path + ".latitude", "Degrees from -90 to 90.");
    require(isDegrees(longitude, 180), path + ".longitude", "Degrees from -180 to 180.");
    return new Geo(input.latitude(), input.longitude());
  }

  private static boolean isDegrees(@Nullable BigDecimal number, int most) {
    return number == null || number.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  private Judgement date(ItemConfig.DateConfig config, DateValueInput input) {
    String asked = config.withTime() ? "dateTime" : "date";
    require(
        (input.dateTime() != null) == config.withTime()
            && (input.date() != null) != config.withTime(),
        asked,
        config.withTime() ? "Give the moment, not the day." : "Give the day, not a moment.");
    LocalDate day =
        input.dateTime() == null
            ? input.date()
            : input.dateTime().withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    boolean future =
        input.dateTime() == null
            ? day != null && day.isAfter(context.today())
            : input.dateTime().isAfter(context.now());
    require(!config.notFuture() || !future, asked, "This can't lie after now.");
    require(
        day == null || (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR),
        asked,
        "A year from %d to %d.".formatted(EARLIEST_YEAR, LATEST_YEAR));
    require(
        day == null || config.earliest() == null || !day.isBefore(config.earliest()),
        asked,
        "Not before %s.".formatted(config.earliest()));
    require(
        day == null || config.latest() == null || !day.isAfter(config.latest()),
        asked,
        "Not after %s.".formatted(config.latest()));
    return Judgement.of(
        new DateValue(ItemValue.VERSION, false, note(input.note()), input.date(), input.dateTime()),
        ItemOutcome.INFO);
  }

  private Judgement signature(SignatureConfig config, SignatureValueInput input) {
    Signer signer = context.signer();
    require(
        config.companyTypes() == null || config.companyTypes().stream().anyMatch(signer::hasPart),
        "",
        "Somebody of %s signs this.".formatted(config.companyTypes()));
    require(
        config.roles() == null || config.roles().contains(signer.role()),
        "",
        "Somebody in the role %s signs this.".formatted(config.roles()));
    Attachment image = signer.signatureImage();
    if (image == null) {
      problem(
          "", "You have no signature to sign with; set its image with setSignatureImage first.");
      return new Judgement(null, ItemOutcome.INFO, false, false, List.of());
    }
    return Judgement.of(
        new SignatureValue(
            ItemValue.VERSION,
            false,
            note(input.note()),
            image.id(),
            image.sha256(),
            signer.userId(),
            context.now(),
            signer.contentHash()),
        ItemOutcome.INFO);
  }

  private void requireInstrument(boolean required, @Nullable UUID instrumentId) {
    if (instrumentId == null) {
      require(!required, "instrumentId", "Say which instrument measured it.");
      return;
    }
    ProtocolInstrument instrument = Objects.requireNonNull(context.instruments().get(instrumentId));
    require(
        !instrument.calibrationDueOn().isBefore(context.today()),
        "instrumentId",
        "The instrument's calibration ended on %s; use one that is in date."
            .formatted(instrument.calibrationDueOn()));
  }

  private void requireUnit(@Nullable String expected, @Nullable String unit) {
    require(
        Objects.equals(expected, unit),
        "unit",
        expected == null ? "This has no unit." : "Give the number in %s.".formatted(expected));
  }

  private void requireAtLeast(@Nullable BigDecimal number, @Nullable String minimum) {
    BigDecimal least = Decimals.ofNullable(minimum);
    require(
        number == null || least == null || number.compareTo(least) >= 0,
        "number",
        "At least %s.".formatted(minimum));
  }

  private void requireAtMost(@Nullable BigDecimal number, @Nullable String maximum) {
    BigDecimal most = Decimals.ofNullable(maximum);
    require(
        number == null || most == null || number.compareTo(most) <= 0,
        "number",
        "At most %s.".formatted(maximum));
  }

  private @Nullable BigDecimal decimal(String path, String digits, @Nullable Integer decimals) {
    if (!Decimals.isDecimal(digits)) {
      problem(path, Decimals.NOT_A_DECIMAL);
      return null;
    }
    BigDecimal number = new BigDecimal(digits);
    require(
        decimals == null || number.scale() <= decimals,
        path,
        "At most %d digits after the point.".formatted(decimals));
    return number;
  }

  private @Nullable String note(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String note = withPlainLineEnds(given);
    requireText("note", note);
    require(
        Texts.length(note) <= LONGEST_NOTE,
        "note",
        "At most %d characters.".formatted(LONGEST_NOTE));
    return note;
  }

  /** The same lines are the same contents to sign, on whatever system they were typed. */
  private static String withPlainLineEnds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private void requireShown(String path, String text) {
    require(Texts.isVisible(text), path, "Write something.");
    require(Texts.isWhole(text), path, "A character is only half there; write it again.");
  }

  private void requireText(String path, String text) {
    requireShown(path, text);
    require(
        text.chars()
            .noneMatch(letter -> Character.isISOControl(letter) && "\n\t".indexOf(letter) < 0),
        path,
        "No control characters.");
  }

  private void requireLength(String text, @Nullable Integer maximum) {
    int most = maximum == null ? ItemConfig.LONGEST_TEXT : maximum;
    require(Texts.length(text) <= most, "text", "At most %d characters.".formatted(most));
  }

  private void require(boolean condition, String path, String message) {
    if (!condition) {
      problem(path, message);
    }
  }

  private void problem(String path, String message) {
    problems.add(new Problem(path, PlatformErrorCode.INVALID_INPUT, message));
  }

  private void unknown(String path, String message) {
    problems.add(new Problem(path, PlatformErrorCode.UNKNOWN_REFERENCE, message));
  }
}
