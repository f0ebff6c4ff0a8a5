package io.protoworks.protocol;

import io.protoworks.platform.Decimals;
import io.protoworks.platform.Id;
import io.protoworks.protocol.ItemJudge.Judgement;
import io.protoworks.protocol.ItemValue.NumberRangeValue;
import io.protoworks.protocol.ItemValue.NumberValue;
import io.protoworks.protocol.ItemValue.Reading;
import io.protoworks.protocol.ItemValueInput.NumberRangeValueInput;
import io.protoworks.protocol.ItemValueInput.NumberValueInput;
import io.protoworks.protocol.ItemValueInput.ReadingInput;
import io.protoworks.template.ItemConfig.NumberConfig;
import io.protoworks.template.ItemConfig.NumberRangeConfig;
import io.protoworks.template.ItemConfig.OutOfRange;
import io.protoworks.template.ItemConfig.RangePoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Judges what was measured: numbers within hard limits, readings against the limits of their
 * points.
 */
final class NumberJudge {
  private final ItemContext context;
  private final ItemFindings findings;

  NumberJudge(ItemContext context, ItemFindings findings) {
    this.context = context;
    this.findings = findings;
  }

  Judgement number(NumberConfig config, NumberValueInput input) {
    String note = findings.note(input.note());
    if (Boolean.TRUE.equals(input.notApplicable())) {
      findings.require(config.naAllowed(), "notApplicable", "This item must have a number.");
      findings.require(input.number() == null, "number", "What does not apply has no number.");
      findings.require(input.unit() == null, "unit", "What does not apply has no unit.");
      findings.require(
          input.instrumentId() == null, "instrumentId", "What does not apply was not measured.");
      return Judgement.of(
          new NumberValue(ItemValue.VERSION, true, note, null, null, null), ItemOutcome.NA);
    }
    if (input.number() == null) {
      findings.problem("number", "Give the number.");
    } else {
      BigDecimal number = findings.decimal("number", input.number(), config.decimals());
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

  Judgement range(NumberRangeConfig config, NumberRangeValueInput input) {
    List<Reading> readings = new ArrayList<>();
    Set<String> read = new HashSet<>();
    boolean failed = false;
    for (int index = 0; index < input.readings().size(); index++) {
      ReadingInput given = input.readings().get(index);
      String path = "readings[%d]".formatted(index);
      RangePoint point = pointOf(config, given.point());
      findings.require(point != null, path + ".point", "There is no such point.");
      findings.require(read.add(given.point()), path + ".point", "This point was read already.");
      BigDecimal number = findings.decimal(path + ".number", given.number(), config.decimals());
      if (point != null && number != null && !isWithin(config, point, number)) {
        failed = true;
        findings.require(
            config.outOfRange() != OutOfRange.REFUSE,
            path + ".number",
            "The reading is beyond its limits.");
      }
      readings.add(new Reading(given.point(), given.number()));
    }
    for (RangePoint point : config.points()) {
      findings.require(
          read.contains(point.point()), "readings", "Read %s, too.".formatted(point.point()));
    }
    requireUnit(config.unit(), input.unit());
    UUID instrument = input.instrumentId() == null ? null : input.instrumentId().uuid();
    requireInstrument(config.instrumentRequired(), instrument);
    return new Judgement(
        new NumberRangeValue(
            ItemValue.VERSION,
            false,
            findings.note(input.note()),
            readings,
            input.unit(),
            instrument),
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

  private static boolean isWithin(NumberRangeConfig config, RangePoint point, BigDecimal number) {
    int least = config.inclusive() ? 0 : 1;
    BigDecimal min = Decimals.ofNullable(point.min());
    BigDecimal max = Decimals.ofNullable(point.max());
    return (min == null || number.compareTo(min) >= least)
        && (max == null || max.compareTo(number) >= least);
  }

  void requireKnownInstrument(@Nullable Id<ProtocolInstrument> id) {
    if (id != null && !context.instruments().containsKey(id.uuid())) {
      findings.unknown(
          "instrumentId", "There is no such instrument on this protocol; add it first.");
    }
  }

  private void requireInstrument(boolean required, @Nullable UUID instrumentId) {
    if (instrumentId == null) {
      findings.require(!required, "instrumentId", "Say which instrument measured it.");
      return;
    }
    ProtocolInstrument instrument = Objects.requireNonNull(context.instruments().get(instrumentId));
    findings.require(
        !instrument.calibrationDueOn().isBefore(context.today()),
        "instrumentId",
        "The instrument's calibration ended on %s; use one that is in date."
            .formatted(instrument.calibrationDueOn()));
  }

  private void requireUnit(@Nullable String expected, @Nullable String unit) {
    findings.require(
        Objects.equals(expected, unit),
        "unit",
        expected == null ? "This has no unit." : "Give the number in %s.".formatted(expected));
  }

  private void requireAtLeast(@Nullable BigDecimal number, @Nullable String minimum) {
    BigDecimal least = Decimals.ofNullable(minimum);
    findings.require(
        number == null || least == null || number.compareTo(least) >= 0,
        "number",
        "At least %s.".formatted(minimum));
  }

  private void requireAtMost(@Nullable BigDecimal number, @Nullable String maximum) {
    BigDecimal most = Decimals.ofNullable(maximum);
    findings.require(
        number == null || most == null || number.compareTo(most) <= 0,
        "number",
        "At most %s.".formatted(maximum));
  }
}
