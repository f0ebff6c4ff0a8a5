package io.protoworks.template;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.protoworks.platform.Decimals;
import io.protoworks.platform.Problem;
import io.protoworks.platform.Texts;
import io.protoworks.template.ItemConfig.CheckboxConfig;
import io.protoworks.template.ItemConfig.CheckboxLabels;
import io.protoworks.template.ItemConfig.DateConfig;
import io.protoworks.template.ItemConfig.NumberConfig;
import io.protoworks.template.ItemConfig.NumberRangeConfig;
import io.protoworks.template.ItemConfig.PhotoCaptureConfig;
import io.protoworks.template.ItemConfig.RangePoint;
import io.protoworks.template.ItemConfig.SignatureConfig;
import io.protoworks.template.ItemConfig.TextMultiConfig;
import io.protoworks.template.ItemConfig.TextSingleConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a config must be like: whatever no value could meet, and whatever says nothing, is a
 * problem. Knows nothing of the database.
 */
final class ItemConfigRules {
  static final int LONGEST_PATTERN = 200;
  static final int MOST_OPTIONS = 200;
  static final int LONGEST_OPTION = 500;
  static final int LONGEST_UNIT = 20;
  static final int LONGEST_LABEL = 30;
  static final int MOST_POINTS = 100;
  static final int LONGEST_POINT = 50;
  static final int MOST_PHOTOS = 50;
  static final int LONGEST_MEANING = 200;

  private static final String LENGTH =
      "A length is from %%d to %d.".formatted(ItemConfig.LONGEST_TEXT);
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  private final List<Problem> problems = new ArrayList<>();

  private ItemConfigRules() {}

  /** All that is wrong with a config, by the path within it. */
  static List<Problem> problems(ItemConfig config) {
    ItemConfigRules rules = new ItemConfigRules();
    switch (config) {
      case CheckboxConfig checkbox -> rules.checkbox(checkbox);
      case TextSingleConfig text -> rules.textSingle(text);
      case TextMultiConfig text ->
          rules.require(isLength(text.maxLength(), 1), "maxLength", LENGTH.formatted(1));
      case NumberConfig number -> rules.number(number);
      case NumberRangeConfig range -> rules.numberRange(range);
      case PhotoCaptureConfig photos -> rules.photos(photos);
      case DateConfig date -> rules.date(date);
      case SignatureConfig signature -> rules.signature(signature);
    }
    return rules.problems;
  }

  private void checkbox(CheckboxConfig config) {
    require(
        config.naAllowed() || !config.naRequiresNote(),
        "naRequiresNote",
        "NA is not allowed, so it can't need a note.");
    CheckboxLabels labels = config.labels();
    if (labels == null) {
      return;
    }
    line("labels.ok", labels.ok(), LONGEST_LABEL);
    line("labels.nok", labels.nok(), LONGEST_LABEL);
    line("labels.na", labels.na(), LONGEST_LABEL);
    List<String> named =
        List.of(word(labels.ok(), "OK"), word(labels.nok(), "NOK"), word(labels.na(), "NA"));
    require(new HashSet<>(named).size() == named.size(), "labels", "Two answers have one label.");
    require(
        labels.ok() != null || labels.nok() != null || labels.na() != null,
        "labels",
        "Give a label, or leave labels out.");
  }

  private static String word(@Nullable String label, String usual) {
    return label == null ? usual : label;
  }

  private static boolean isLength(@Nullable Integer length, int least) {
    return length == null || (length >= least && length <= ItemConfig.LONGEST_TEXT);
  }

  private void textSingle(TextSingleConfig config) {
    Integer min = config.minLength();
    Integer max = config.maxLength();
    require(isLength(min, 0), "minLength", LENGTH.formatted(0));
    require(isLength(max, 1), "maxLength", LENGTH.formatted(1));
    require(
        min == null || max == null || min <= max,
        "minLength",
        "The least length is greater than the greatest.");
    Pattern pattern = config.pattern() == null ? null : pattern(config.pattern());
    if (config.options() != null) {
      options(config, config.options(), pattern);
    }
  }

  private @Nullable Pattern pattern(String text) {
    if (text.isEmpty() || Texts.length(text) > LONGEST_PATTERN || !ItemPatterns.isModest(text)) {
      problem(
          "pattern",
          "A pattern has 1 to %d characters, and repeats little.".formatted(LONGEST_PATTERN));
      return null;
    }
    try {
      Pattern pattern = ItemPatterns.compile(text);
      require(
          pattern.programSize() <= ItemPatterns.LARGEST_PROGRAM,
          "pattern",
          "The pattern repeats too much; make it simpler.");
      return pattern;
    } catch (PatternSyntaxException malformed) {
      problem(
          "pattern",
          "This is no regular expression of RE2: %s."
              .formatted(Texts.abbreviate(malformed.getDescription(), 100)));
      return null;
    }
  }

  /** Each option must be a text that could be chosen. */
  private void options(TextSingleConfig config, List<String> options, @Nullable Pattern pattern) {
    require(
        !options.isEmpty() && options.size() <= MOST_OPTIONS,
        "options",
        "Give 1 to %d options, or leave options out.".formatted(MOST_OPTIONS));
    each(
        "options",
        options,
        option -> option,
        (path, option) -> {
          line(path, option, LONGEST_OPTION);
          int length = Texts.length(option);
          require(
              (config.minLength() == null || length >= config.minLength())
                  && (config.maxLength() == null || length <= config.maxLength()),
              path,
              "The option is shorter or longer than a text may be.");
          require(
              pattern == null || pattern.matches(option),
              path,
              "The option does not match the pattern.");
        });
  }

  private void number(NumberConfig config) {
    measured(config.unit(), config.decimals());
    BigDecimal min = decimal("hardMin", config.hardMin());
    BigDecimal max = decimal("hardMax", config.hardMax());
    if (isBetween(min, max)) {
      require(
          isMet(min, max, config.decimals(), true),
          "hardMax",
          "No number of so many decimals lies between hardMin and hardMax.");
    } else {
      problem("hardMax", "hardMax is less than hardMin.");
    }
  }

  private void numberRange(NumberRangeConfig config) {
    measured(config.unit(), config.decimals());
    require(
        !config.points().isEmpty() && config.points().size() <= MOST_POINTS,
        "points",
        "Give 1 to %d points.".formatted(MOST_POINTS));
    each("points", config.points(), RangePoint::point, (path, point) -> point(path, point, config));
  }

  private void point(String path, RangePoint point, NumberRangeConfig config) {
    line(path + ".point", point.point(), LONGEST_POINT);
    BigDecimal min = decimal(path + ".min", point.min());
    BigDecimal max = decimal(path + ".max", point.max());
    require(
        point.min() != null || point.max() != null,
        path,
        "Give a limit; an item without limits is a NUMBER.");
    if (isBetween(min, max)) {
      require(
          isMet(min, max, config.decimals(), config.inclusive()),
          path + ".max",
          "No reading of so many decimals could pass between min and max.");
    } else {
      problem(path + ".max", "max is less than min.");
    }
  }

  private void measured(@Nullable String unit, @Nullable Integer decimals) {
    line("unit", unit, LONGEST_UNIT);
    require(
        decimals == null || (decimals >= 0 && decimals <= Decimals.MOST_DIGITS),
        "decimals",
        "Decimals are from 0 to %d.".formatted(Decimals.MOST_DIGITS));
  }

  private static boolean isBetween(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    return min == null || max == null || min.compareTo(max) <= 0;
  }

  /** Whether some decimal of so many digits after the point lies within the limits. */
  private static boolean isMet(
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable Integer decimals,
      boolean inclusive) {
    int scale =
        decimals == null || decimals < 0 || decimals > Decimals.MOST_DIGITS
            ? Decimals.MOST_DIGITS
            : decimals;
    BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
    BigDecimal greatest = BigDecimal.TEN.pow(Decimals.MOST_DIGITS).subtract(step);
    BigDecimal lowest = min == null ? greatest.negate() : min.setScale(scale, RoundingMode.CEILING);
    BigDecimal highest = max == null ? greatest : max.setScale(scale, RoundingMode.FLOOR);
    if (!inclusive && min != null && lowest.compareTo(min) == 0) {
      lowest = lowest.add(step);
    }
    if (!inclusive && max != null && highest.compareTo(max) == 0) {
      highest = highest.subtract(step);
    }
    return lowest.compareTo(highest) <= 0
        && lowest.compareTo(greatest) <= 0
        && highest.compareTo(greatest.negate()) >= 0;
  }

  private void photos(PhotoCaptureConfig config) {
    require(
        config.minPhotos() >= 1 && config.minPhotos() <= MOST_PHOTOS,
        "minPhotos",
        "Photos are 1 to %d; what needs none is not required.".formatted(MOST_PHOTOS));
    require(
        config.maxPhotos() >= 1 && config.maxPhotos() <= MOST_PHOTOS,
        "maxPhotos",
        "Photos are 1 to %d.".formatted(MOST_PHOTOS));
    require(
        config.minPhotos() <= config.maxPhotos(), "maxPhotos", "At most is less than at least.");
    require(
        !config.beforeAfter() || config.maxPhotos() >= 2,
        "maxPhotos",
        "Before and after need two photos.");
  }

  private void date(DateConfig config) {
    day("earliest", config.earliest());
    day("latest", config.latest());
    require(
        config.earliest() == null
            || config.latest() == null
            || !config.latest().isBefore(config.earliest()),
        "latest",
        "The latest day is before the earliest.");
  }

  private void day(String path, @Nullable LocalDate day) {
    require(
        day == null || (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)),
        path,
        "Days are from %s to %s.".formatted(FIRST_DAY, LAST_DAY));
  }

  private void signature(SignatureConfig config) {
    some("companyTypes", config.companyTypes());
    some("roles", config.roles());
    line("meaning", config.meaning(), LONGEST_MEANING);
  }

  private void some(String path, @Nullable List<? extends Enum<?>> constants) {
    if (constants != null) {
      require(!constants.isEmpty(), path, "Name one, or leave this out.");
      each(path, constants, Enum::name, (place, constant) -> {});
    }
  }

  /** Checks each element, and that no two have the same key. */
  private <T> void each(
      String path, List<T> elements, Function<? super T, String> key, Check<T> check) {
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < elements.size(); index++) {
      String place = "%s[%d]".formatted(path, index);
      T element = elements.get(index);
      require(seen.add(key.apply(element)), place, "This is there already.");
      check.of(place, element);
    }
  }

  @FunctionalInterface
  private interface Check<T> {
    void of(String path, T element);
  }

  private @Nullable BigDecimal decimal(String path, @Nullable String digits) {
    boolean fits = digits == null || Decimals.isDecimal(digits);
    require(fits, path, Decimals.NOT_A_DECIMAL);
    return fits ? Decimals.ofNullable(digits) : null;
  }

  private void line(String path, @Nullable String text, int longest) {
    require(
        text == null || (Texts.isCleanLine(text) && Texts.length(text) <= longest),
        path,
        "Write one line of 1 to %d characters, without blanks at its ends.".formatted(longest));
  }

  private void require(boolean condition, String path, String message) {
    if (!condition) {
      problem(path, message);
    }
  }

  private void problem(String path, String message) {
    problems.add(new Problem(path, message));
  }
}
