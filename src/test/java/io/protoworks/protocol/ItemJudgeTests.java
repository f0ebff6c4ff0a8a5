package io.protoworks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.attachment.Attachment;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.Id;
import io.protoworks.platform.Json;
import io.protoworks.protocol.ItemContext.Signer;
import io.protoworks.protocol.ItemJudge.Judgement;
import io.protoworks.protocol.ItemJudge.Problem;
import io.protoworks.protocol.ItemValue.CheckResult;
import io.protoworks.protocol.ItemValue.PhotoKind;
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
import io.protoworks.template.ItemConfigReader;
import io.protoworks.template.ItemType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each type of item takes, what it refuses and where, and what the server makes of it. */
class ItemJudgeTests {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-02-03T12:00:00Z");
  private static final UUID IN_DATE = UUID.randomUUID();
  private static final UUID OUT_OF_DATE = UUID.randomUUID();
  private static final UUID PHOTO = UUID.randomUUID();
  private static final UUID SCRIPT = UUID.randomUUID();

  @ParameterizedTest
  @CsvSource({"OK, PASS, false", "NOK, FAIL, true", "NA, NA, false"})
  void aCheckPassesFailsOrDoesNotApply(
      CheckResult result, ItemOutcome outcome, boolean needsPendency) {
    Judgement judgement = judge(ItemType.CHECKBOX_OK_NOK_NA, null, check(result, null));
    assertThat(judgement.problems()).isEmpty();
    assertThat(judgement.outcome()).isEqualTo(outcome);
    assertThat(judgement.needsPendency()).isEqualTo(needsPendency);
    assertThat(judgement.needsPhoto()).isFalse();
  }

  @Test
  void aCheckFollowsItsConfig() {
    assertThat(
            paths(
                ItemType.CHECKBOX_OK_NOK_NA, "{\"naAllowed\": false}", check(CheckResult.NA, null)))
        .containsExactly("result");
    String noted = "{\"naRequiresNote\": true}";
    assertThat(paths(ItemType.CHECKBOX_OK_NOK_NA, noted, check(CheckResult.NA, " ")))
        .containsExactly("note");
    assertThat(paths(ItemType.CHECKBOX_OK_NOK_NA, noted, check(CheckResult.NA, "No motor")))
        .isEmpty();
    Judgement nok =
        judge(
            ItemType.CHECKBOX_OK_NOK_NA,
            "{\"nokRequiresPendency\": false, \"photoOnNok\": true}",
            check(CheckResult.NOK, null));
    assertThat(nok.needsPendency()).isFalse();
    assertThat(nok.needsPhoto()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "{'minLength': 3}, ab, text",
        "{'minLength': 3}, abc, -",
        "{'maxLength': 3}, abcd, text",
        "{'maxLength': 3}, abc, -",
        "{'pattern': '[A-Z]+'}, Ab, text",
        "{'pattern': '[A-Z]+'}, AB, -",
        "{'options': ['red']}, blue, text",
        "{'options': ['red']}, red, -",
      })
  void aLineFollowsItsConfig(String config, String text, @Nullable String path) {
    List<String> paths =
        paths(
            ItemType.TEXT_SINGLE,
            config.replace('\'', '"'),
            text(new TextSingleValueInput(text, null)));
    assertThat(paths).isEqualTo(path == null ? List.of() : List.of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " blank",
        "blank ",
        "two\nlines",
        "bell\u0007",
        "\u200b",
        "\ufeff",
        "\u2003",
        "half \ud83d"
      })
  void aLineIsOneCleanLine(String text) {
    assertThat(paths(ItemType.TEXT_SINGLE, null, text(new TextSingleValueInput(text, null))))
        .isNotEmpty()
        .containsOnly("text");
  }

  @Test
  void aPatternIsMatchedInLinearTime() {
    String config = "{\"pattern\": \"(a+)+b\"}";
    assertThat(
            paths(
                ItemType.TEXT_SINGLE,
                config,
                text(new TextSingleValueInput("a".repeat(5_000), null))))
        .containsExactly("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "1e400",
        "1e3",
        "12,5",
        "1.",
        ".5",
        "+1",
        "01",
        " 1",
        "1 ",
        "",
        "0x1f",
        "٣",
        "1234567890123456",
        "1.1234567890123456",
        "--1"
      })
  void whatIsNoPlainDecimalIsNoNumber(String number) {
    assertThat(paths(ItemType.NUMBER, null, number(number, null, null))).containsExactly("number");
    assertThat(
            paths(ItemType.NUMBER_RANGE, RANGE.formatted(""), range("mA", reading("0%", number))))
        .contains("readings[0].number");
  }

  @ParameterizedTest
  @CsvSource({
    "9.99, 1",
    "10, 0",
    "10.00, 0",
    "20, 0",
    "20.01, 1",
    "-15, 1",
  })
  void aNumberStaysWithinItsHardLimits(String number, int problems) {
    assertThat(
            paths(
                ItemType.NUMBER,
                "{\"hardMin\": \"10\", \"hardMax\": \"20\"}",
                number(number, null, null)))
        .hasSize(problems);
  }

  @Test
  void aNumberHasItsDecimalsUnitAndInstrument() {
    String config = "{\"decimals\": 1, \"unit\": \"MOhm\", \"instrumentRequired\": true}";
    assertThat(paths(ItemType.NUMBER, config, number("1.25", "mA", null)))
        .containsExactlyInAnyOrder("number", "unit", "instrumentId");
    assertThat(paths(ItemType.NUMBER, config, number("1.2", "MOhm", UUID.randomUUID())))
        .containsExactly("instrumentId");
    assertThat(paths(ItemType.NUMBER, config, number("1.2", "MOhm", OUT_OF_DATE)))
        .containsExactly("instrumentId");
    Judgement fit = judge(ItemType.NUMBER, config, number("1.2", "MOhm", IN_DATE));
    assertThat(fit.problems()).isEmpty();
    assertThat(fit.outcome()).isEqualTo(ItemOutcome.INFO);
  }

  /** Due on NOW's day: wherever somebody measures, the day is that of UTC. */
  @ParameterizedTest
  @CsvSource({"0, 0, true", "23, 0, true", "24, 0, false", "25, -3, false", "23, 14, true"})
  void anInstrumentIsInDateOnItsLastDayInUtc(int hours, int offset, boolean inDate) {
    OffsetDateTime given =
        NOW.truncatedTo(ChronoUnit.DAYS)
            .plusHours(hours)
            .withOffsetSameInstant(ZoneOffset.ofHours(offset));
    ItemContext then =
        new ItemContext(given, CONTEXT.instruments(), CONTEXT.photos(), CONTEXT.signer());
    Judgement judgement =
        ItemJudge.judge(
            ItemConfigReader.read(ItemType.NUMBER, new Json("{\"instrumentRequired\": true}")),
            number("1", null, IN_DATE),
            then);
    assertThat(judgement.problems().isEmpty()).isEqualTo(inDate);
  }

  @Test
  void aNumberThatDoesNotApplyHasNone() {
    ItemValueInput none =
        new ItemValueInput(
            null,
            null,
            null,
            new NumberValueInput(null, null, null, true, "No cable"),
            null,
            null,
            null,
            null);
    assertThat(paths(ItemType.NUMBER, null, none)).containsExactly("notApplicable");
    Judgement allowed = judge(ItemType.NUMBER, "{\"naAllowed\": true}", none);
    assertThat(allowed.problems()).isEmpty();
    assertThat(allowed.outcome()).isEqualTo(ItemOutcome.NA);
    assertThat(paths(ItemType.NUMBER, null, number(null, null, null))).containsExactly("number");
    ItemValueInput measured =
        new ItemValueInput(
            null,
            null,
            null,
            new NumberValueInput(null, "MOhm", new Id<>(IN_DATE), true, null),
            null,
            null,
            null,
            null);
    assertThat(paths(ItemType.NUMBER, "{\"naAllowed\": true}", measured))
        .containsExactlyInAnyOrder("unit", "instrumentId");
  }

  private static final String RANGE =
      "{\"unit\": \"mA\", \"points\": ["
          + "{\"point\": \"0%%\", \"min\": \"3.9\", \"max\": \"4.1\"},"
          + "{\"point\": \"100%%\", \"min\": \"19.9\"}]%s}";

  @ParameterizedTest
  @CsvSource({
    "4.1, 19.9, PASS",
    "3.9, 25, PASS",
    "3.899, 25, FAIL",
    "4.11, 25, FAIL",
    "4, 19.89, FAIL",
  })
  void readingsAreJudgedAgainstTheirLimits(String first, String last, ItemOutcome outcome) {
    Judgement judgement =
        judge(
            ItemType.NUMBER_RANGE,
            RANGE.formatted(""),
            range("mA", reading("0%", first), reading("100%", last)));
    assertThat(judgement.problems()).isEmpty();
    assertThat(judgement.outcome()).isEqualTo(outcome);
    assertThat(judgement.needsPendency()).isEqualTo(outcome == ItemOutcome.FAIL);
  }

  @Test
  void limitsCanExcludeThemselvesAndRefuseOrOnlyWarn() {
    ItemValueInput onLimit = range("mA", reading("0%", "4.1"), reading("100%", "20"));
    assertThat(
            judge(ItemType.NUMBER_RANGE, RANGE.formatted(", \"inclusive\": false"), onLimit)
                .outcome())
        .isEqualTo(ItemOutcome.FAIL);
    ItemValueInput beyond = range("mA", reading("0%", "5"), reading("100%", "20"));
    assertThat(
            paths(ItemType.NUMBER_RANGE, RANGE.formatted(", \"outOfRange\": \"REFUSE\""), beyond))
        .containsExactly("readings[0].number");
    Judgement warned =
        judge(ItemType.NUMBER_RANGE, RANGE.formatted(", \"outOfRange\": \"WARN\""), beyond);
    assertThat(warned.outcome()).isEqualTo(ItemOutcome.FAIL);
    assertThat(warned.needsPendency()).isFalse();
  }

  @Test
  void everyPointIsReadOnce() {
    String config = RANGE.formatted("");
    assertThat(paths(ItemType.NUMBER_RANGE, config, range("mA", reading("0%", "4"))))
        .containsExactly("readings");
    assertThat(
            paths(
                ItemType.NUMBER_RANGE,
                config,
                range(
                    "mA",
                    reading("0%", "4"),
                    reading("0%", "4"),
                    reading("50%", "12"),
                    reading("100%", "20"))))
        .containsExactly("readings[1].point", "readings[2].point");
  }

  @Test
  void photosAreAttachedImagesOfTheItem() {
    assertThat(paths(ItemType.PHOTO_CAPTURE, null, photos())).containsExactly("photos");
    assertThat(paths(ItemType.PHOTO_CAPTURE, null, photos(photo(SCRIPT, null, null))))
        .containsExactly("photos[0].attachmentId");
    assertThat(paths(ItemType.PHOTO_CAPTURE, null, photos(photo(UUID.randomUUID(), null, null))))
        .containsExactly("photos[0].attachmentId");
    assertThat(paths(ItemType.PHOTO_CAPTURE, null, photos(photo(PHOTO, null, null)))).isEmpty();
    assertThat(
            paths(
                ItemType.PHOTO_CAPTURE,
                "{\"max\": 1}",
                photos(photo(PHOTO, null, null), photo(PHOTO, null, null))))
        .containsExactly("photos", "photos");
    assertThat(
            paths(
                ItemType.PHOTO_CAPTURE,
                "{\"geoRequired\": true, \"beforeAfter\": true}",
                photos(photo(PHOTO, null, PhotoKind.BEFORE))))
        .containsExactly("photos[0].geo", "photos");
    assertThat(
            paths(
                ItemType.PHOTO_CAPTURE,
                null,
                photos(photo(PHOTO, new GeoInput("91", "1e1"), null))))
        .containsExactly("photos[0].geo.longitude", "photos[0].geo.latitude");
  }

  @Test
  void aPhotoFromTheCameraSaysWhenItWasTaken() {
    String camera = "{\"source\": \"CAMERA\"}";
    assertThat(paths(ItemType.PHOTO_CAPTURE, camera, photos(photo(PHOTO, null, null))))
        .containsExactly("photos[0].takenAt");
    assertThat(
            paths(
                ItemType.PHOTO_CAPTURE,
                camera,
                photos(new PhotoInput(new Id<>(PHOTO), NOW, null, null))))
        .isEmpty();
  }

  /** The same lines are the same contents, on whatever system they were typed. */
  @Test
  void linesEndAlike() {
    ItemValueInput typed =
        new ItemValueInput(
            null,
            null,
            new TextMultiValueInput("one\r\ntwo\rthree", null),
            null,
            null,
            null,
            null,
            null);
    assertThat(judge(ItemType.TEXT_MULTI, null, typed).value())
        .isEqualTo(new ItemValue.TextMultiValue(ItemValue.VERSION, false, null, "one\ntwo\nthree"));
  }

  @Test
  void aDateIsADayOrAMomentWithinItsLimits() {
    LocalDate today = NOW.toLocalDate();
    assertThat(paths(ItemType.DATE, null, date(LocalDate.of(1899, 12, 31), null)))
        .containsExactly("date");
    assertThat(paths(ItemType.DATE, null, date(LocalDate.of(12_026, 2, 3), null)))
        .containsExactly("date");
    assertThat(paths(ItemType.DATE, null, date(today, null))).isEmpty();
    assertThat(paths(ItemType.DATE, null, date(null, NOW))).containsExactly("date");
    assertThat(paths(ItemType.DATE, "{\"withTime\": true}", date(today, null)))
        .containsExactly("dateTime");
    assertThat(paths(ItemType.DATE, "{\"notFuture\": true}", date(today.plusDays(1), null)))
        .containsExactly("date");
    assertThat(paths(ItemType.DATE, "{\"notFuture\": true}", date(today, null))).isEmpty();
    assertThat(
            paths(
                ItemType.DATE,
                "{\"withTime\": true, \"notFuture\": true}",
                date(null, NOW.plusSeconds(1))))
        .containsExactly("dateTime");
    String limited = "{\"min\": \"2026-02-01\", \"max\": \"2026-02-02\"}";
    assertThat(paths(ItemType.DATE, limited, date(LocalDate.of(2026, 1, 31), null))).hasSize(1);
    assertThat(paths(ItemType.DATE, limited, date(LocalDate.of(2026, 2, 1), null))).isEmpty();
    assertThat(paths(ItemType.DATE, limited, date(today, null))).hasSize(1);
  }

  @Test
  void aSignatureIsOfWhoMaySignIt() {
    assertThat(paths(ItemType.SIGNATURE, "{\"companyTypes\": [\"CLIENTE\"]}", signature()))
        .hasSize(1);
    assertThat(paths(ItemType.SIGNATURE, "{\"roles\": [\"MANAGER\"]}", signature())).hasSize(1);
    assertThat(
            paths(
                ItemType.SIGNATURE,
                "{\"companyTypes\": [\"MONTADORA\"], \"roles\": [\"TECHNICIAN\"]}",
                signature()))
        .isEmpty();
  }

  @Test
  void aValueOfAnotherTypeIsRefused() {
    for (ItemType type : ItemType.values()) {
      ItemValueInput other =
          type == ItemType.CHECKBOX_OK_NOK_NA
              ? date(NOW.toLocalDate(), null)
              : check(CheckResult.OK, null);
      assertThat(paths(type, type == ItemType.NUMBER_RANGE ? RANGE.formatted("") : null, other))
          .as("%s", type)
          .containsExactly("");
    }
    assertThat(
            paths(
                ItemType.TEXT_SINGLE,
                null,
                new ItemValueInput(
                    null, null, new TextMultiValueInput("x", null), null, null, null, null, null)))
        .containsExactly("");
  }

  @Test
  void whatIsStoredIsReadAsItWas() {
    List<Judgement> judged =
        List.of(
            judge(ItemType.CHECKBOX_OK_NOK_NA, null, check(CheckResult.NOK, "Bent")),
            judge(ItemType.NUMBER, "{\"unit\": \"V\"}", number("12.50", "V", IN_DATE)),
            judge(
                ItemType.NUMBER_RANGE,
                RANGE.formatted(""),
                range("mA", reading("0%", "4.00"), reading("100%", "20"))),
            judge(
                ItemType.PHOTO_CAPTURE,
                null,
                photos(photo(PHOTO, new GeoInput("-22.9", "-43.2"), PhotoKind.AFTER))),
            judge(ItemType.DATE, "{\"withTime\": true}", date(null, NOW)),
            judge(ItemType.SIGNATURE, null, signature()));
    List<ItemType> types =
        List.of(
            ItemType.CHECKBOX_OK_NOK_NA,
            ItemType.NUMBER,
            ItemType.NUMBER_RANGE,
            ItemType.PHOTO_CAPTURE,
            ItemType.DATE,
            ItemType.SIGNATURE);
    for (int index = 0; index < types.size(); index++) {
      ItemValue value = judged.get(index).value();
      assertThat(value).isNotNull();
      if (value != null) {
        assertThat(ItemValues.read(types.get(index), ItemValues.json(value))).isEqualTo(value);
      }
    }
    ItemValue number = judged.get(1).value();
    assertThat(number).isNotNull();
    if (number != null) {
      assertThat(ItemValues.json(number).text())
          .contains("\"v\":1", "\"na\":false", "\"number\":\"12.50\"", "\"note\":null");
    }
  }

  private static Judgement judge(ItemType type, @Nullable String config, ItemValueInput input) {
    return ItemJudge.judge(
        ItemConfigReader.read(type, config == null ? null : new Json(config)), input, CONTEXT);
  }

  private static List<String> paths(ItemType type, @Nullable String config, ItemValueInput input) {
    Judgement judgement = judge(type, config == null ? null : config.replace("%s", ""), input);
    assertThat(judgement.value() == null).isEqualTo(!judgement.problems().isEmpty());
    return judgement.problems().stream().map(Problem::path).toList();
  }

  private static final ItemContext CONTEXT =
      new ItemContext(
          NOW,
          Map.of(
              IN_DATE, instrument(IN_DATE, NOW.toLocalDate()),
              OUT_OF_DATE, instrument(OUT_OF_DATE, NOW.toLocalDate().minusDays(1))),
          Map.of(
              PHOTO, attachment(PHOTO, "image/jpeg"),
              SCRIPT, attachment(SCRIPT, "text/javascript")),
          new Signer(
              UUID.randomUUID(),
              UserRole.TECHNICIAN,
              true,
              true,
              List.of("MONTADORA"),
              attachment(UUID.randomUUID(), "image/png"),
              "0".repeat(64)));

  private static ProtocolInstrument instrument(UUID id, LocalDate due) {
    return new ProtocolInstrument(id, id, "Meter", "1", null, null, due, true, 1, NOW, NOW, id, id);
  }

  private static Attachment attachment(UUID id, String type) {
    return new Attachment(
        id,
        "protocol_item",
        id,
        null,
        "path",
        "name",
        type,
        1,
        "0".repeat(64),
        id,
        true,
        null,
        NOW,
        NOW);
  }

  private static ItemValueInput check(CheckResult result, @Nullable String note) {
    return new ItemValueInput(
        new CheckboxValueInput(result, note), null, null, null, null, null, null, null);
  }

  private static ItemValueInput text(TextSingleValueInput text) {
    return new ItemValueInput(null, text, null, null, null, null, null, null);
  }

  private static ItemValueInput number(
      @Nullable String number, @Nullable String unit, @Nullable UUID instrument) {
    return new ItemValueInput(
        null,
        null,
        null,
        new NumberValueInput(
            number, unit, instrument == null ? null : new Id<>(instrument), null, null),
        null,
        null,
        null,
        null);
  }

  private static ReadingInput reading(String point, String number) {
    return new ReadingInput(point, number);
  }

  private static ItemValueInput range(@Nullable String unit, ReadingInput... readings) {
    return new ItemValueInput(
        null,
        null,
        null,
        null,
        new NumberRangeValueInput(List.of(readings), unit, null, null),
        null,
        null,
        null);
  }

  private static PhotoInput photo(
      UUID attachment, @Nullable GeoInput geo, @Nullable PhotoKind kind) {
    return new PhotoInput(new Id<>(attachment), null, geo, kind);
  }

  private static ItemValueInput photos(PhotoInput... photos) {
    return new ItemValueInput(
        null,
        null,
        null,
        null,
        null,
        new PhotoCaptureValueInput(new ArrayList<>(List.of(photos)), null),
        null,
        null);
  }

  private static ItemValueInput date(@Nullable LocalDate day, @Nullable OffsetDateTime moment) {
    return new ItemValueInput(
        null, null, null, null, null, null, new DateValueInput(day, moment, null), null);
  }

  private static ItemValueInput signature() {
    return new ItemValueInput(
        null, null, null, null, null, null, null, new SignatureValueInput(null));
  }
}
