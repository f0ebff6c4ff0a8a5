package io.protoworks.protocol;

import io.protoworks.attachment.Attachment;
import io.protoworks.platform.UserErrorCode;
import io.protoworks.protocol.ItemContext.Signer;
import io.protoworks.protocol.ItemValue.CheckResult;
import io.protoworks.protocol.ItemValue.CheckboxValue;
import io.protoworks.protocol.ItemValue.DateValue;
import io.protoworks.protocol.ItemValue.SignatureValue;
import io.protoworks.protocol.ItemValueInput.CheckboxValueInput;
import io.protoworks.protocol.ItemValueInput.DateValueInput;
import io.protoworks.protocol.ItemValueInput.NumberRangeValueInput;
import io.protoworks.protocol.ItemValueInput.NumberValueInput;
import io.protoworks.protocol.ItemValueInput.PhotoCaptureValueInput;
import io.protoworks.protocol.ItemValueInput.SignatureValueInput;
import io.protoworks.protocol.ItemValueInput.TextMultiValueInput;
import io.protoworks.protocol.ItemValueInput.TextSingleValueInput;
import io.protoworks.template.ItemConfig;
import io.protoworks.template.ItemConfig.CheckboxConfig;
import io.protoworks.template.ItemConfig.NumberConfig;
import io.protoworks.template.ItemConfig.NumberRangeConfig;
import io.protoworks.template.ItemConfig.PhotoCaptureConfig;
import io.protoworks.template.ItemConfig.SignatureConfig;
import io.protoworks.template.ItemConfig.TextMultiConfig;
import io.protoworks.template.ItemConfig.TextSingleConfig;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges what somebody gives to an item: makes the value that is stored and its outcome, or says
 * all that is wrong with it. Knows nothing of the database.
 *
 * <p>Only checks and readings against limits can pass or fail; numbers within hard limits, texts,
 * photos, dates and signatures are information.
 */
final class ItemJudge {
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2100;

  /** What is wrong with a value: where in it, in which sense, and what to do about it. */
  record Problem(String path, UserErrorCode code, String message) {}

  private final ItemContext context;
  private final ItemFindings findings = new ItemFindings();
  private final TextJudge texts;
  private final NumberJudge numbers;
  private final PhotoJudge pictures;

  private ItemJudge(ItemContext context) {
    this.context = context;
    texts = new TextJudge(findings);
    numbers = new NumberJudge(context, findings);
    pictures = new PhotoJudge(context, findings);
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

    static Judgement of(ItemValue value, ItemOutcome outcome) {
      return new Judgement(value, outcome, false, false, List.of());
    }
  }

  static Judgement judge(ItemConfig config, ItemValueInput input, ItemContext context) {
    ItemJudge judge = new ItemJudge(context);
    judge.requireKnown(input.given());
    Judgement judgement =
        judge.findings.isEmpty() ? judge.judge(config, input.given()) : judge.refused();
    return judge.findings.isEmpty() ? judgement : judge.refused();
  }

  private Judgement judge(ItemConfig config, Object given) {
    return switch (config) {
      case CheckboxConfig check when given instanceof CheckboxValueInput input ->
          check(check, input);
      case TextSingleConfig line when given instanceof TextSingleValueInput input ->
          texts.line(line, input);
      case TextMultiConfig lines when given instanceof TextMultiValueInput input ->
          texts.lines(lines, input);
      case NumberConfig number when given instanceof NumberValueInput input ->
          numbers.number(number, input);
      case NumberRangeConfig range when given instanceof NumberRangeValueInput input ->
          numbers.range(range, input);
      case PhotoCaptureConfig photos when given instanceof PhotoCaptureValueInput input ->
          pictures.photos(photos, input);
      case ItemConfig.DateConfig date when given instanceof DateValueInput input ->
          date(date, input);
      case SignatureConfig signature when given instanceof SignatureValueInput input ->
          signature(signature, input);
      default -> {
        findings.problem(
            "",
            "This item takes %s, and not %s."
                .formatted(
                    ItemValueInput.memberOf(config.getClass(), "Config"),
                    ItemValueInput.memberOf(given.getClass(), "ValueInput")));
        yield new Judgement(null, ItemOutcome.INFO, false, false, List.of());
      }
    };
  }

  private Judgement refused() {
    return new Judgement(null, ItemOutcome.INFO, false, false, findings.problems());
  }

  /** What a value names must be there, whatever the item asks for. */
  private void requireKnown(Object given) {
    switch (given) {
      case NumberValueInput number -> numbers.requireKnownInstrument(number.instrumentId());
      case NumberRangeValueInput range -> numbers.requireKnownInstrument(range.instrumentId());
      case PhotoCaptureValueInput photos -> pictures.requireKnownPhotos(photos.photos());
      default -> {}
    }
  }

  private Judgement check(CheckboxConfig config, CheckboxValueInput input) {
    String note = findings.note(input.note());
    boolean na = input.result() == CheckResult.NA;
    findings.require(!na || config.naAllowed(), "result", "NA is no answer to this item.");
    findings.require(
        !na || !config.naRequiresNote() || note != null, "note", "NA needs a note that says why.");
    boolean nok = input.result() == CheckResult.NOK;
    return new Judgement(
        new CheckboxValue(ItemValue.VERSION, na, note, input.result()),
        na ? ItemOutcome.NA : nok ? ItemOutcome.FAIL : ItemOutcome.PASS,
        nok && config.nokRequiresPendency(),
        nok && config.photoOnNok(),
        List.of());
  }

  private Judgement date(ItemConfig.DateConfig config, DateValueInput input) {
    String asked = config.withTime() ? "dateTime" : "date";
    findings.require(
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
    findings.require(!config.notFuture() || !future, asked, "This can't lie after now.");
    findings.require(
        day == null || (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR),
        asked,
        "A year from %d to %d.".formatted(EARLIEST_YEAR, LATEST_YEAR));
    findings.require(
        day == null || config.earliest() == null || !day.isBefore(config.earliest()),
        asked,
        "Not before %s.".formatted(config.earliest()));
    findings.require(
        day == null || config.latest() == null || !day.isAfter(config.latest()),
        asked,
        "Not after %s.".formatted(config.latest()));
    return Judgement.of(
        new DateValue(
            ItemValue.VERSION, false, findings.note(input.note()), input.date(), input.dateTime()),
        ItemOutcome.INFO);
  }

  private Judgement signature(SignatureConfig config, SignatureValueInput input) {
    Signer signer = context.signer();
    findings.require(
        config.companyTypes() == null
            ? signer.ofExecutor()
            : config.companyTypes().stream().anyMatch(signer::hasPart),
        "",
        "Somebody of %s signs this."
            .formatted(config.companyTypes() == null ? "the executor" : config.companyTypes()));
    findings.require(
        config.companyTypes() != null || config.roles() != null || signer.executes(),
        "",
        "Whoever fills items for the executor signs this.");
    findings.require(
        config.roles() == null || config.roles().contains(signer.role()),
        "",
        "Somebody in the role %s signs this.".formatted(config.roles()));
    Attachment image = signer.signatureImage();
    if (image == null) {
      findings.problem(
          "", "You have no signature to sign with; set its image with setSignatureImage first.");
      return new Judgement(null, ItemOutcome.INFO, false, false, List.of());
    }
    return Judgement.of(
        new SignatureValue(
            ItemValue.VERSION,
            false,
            findings.note(input.note()),
            image.id(),
            image.sha256(),
            signer.userId(),
            context.now(),
            signer.contentHash()),
        ItemOutcome.INFO);
  }
}
