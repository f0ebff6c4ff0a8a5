package io.protoworks.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.JsonForm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits and rules of an item, in the form of its type; in {@code protocol_template_items.config}
 * as JSON with the components' names, but where another is given: the members of a union of the
 * graph must not use one name for different things. What is null sets no limit. The same records
 * are what the graph gives and takes, so the schema names the defaults of what an input leaves out;
 * {@link ItemConfigReader} names those of what a JSON leaves out. Limits of numbers are their
 * digits as text, never doubles.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ItemConfig extends JsonForm {
  /** The most characters that a text can have, whatever its config says. */
  int LONGEST_TEXT = 10_000;

  /**
   * A check: OK, NOK or NA.
   *
   * @param naAllowed whether NA can be answered; true when left out
   * @param naRequiresNote whether NA needs a note; false when left out
   * @param nokRequiresPendency whether NOK needs an open pendency before the protocol is submitted;
   *     true when left out
   * @param nokDefaultType the type that such a pendency is proposed with; PB when left out
   * @param photoOnNok whether NOK needs a photo attached to the item; false when left out
   * @param labels other words for the three answers
   * @param energization whether C3 and C4 begin only once this item is OK; false when left out
   */
  record CheckboxConfig(
      boolean naAllowed,
      boolean naRequiresNote,
      boolean nokRequiresPendency,
      PendencyType nokDefaultType,
      boolean photoOnNok,
      @Nullable CheckboxLabels labels,
      boolean energization)
      implements ItemConfig {}

  /** Words that stand for the three answers on this item. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CheckboxLabels(@Nullable String ok, @Nullable String nok, @Nullable String na) {}

  /**
   * A line of text.
   *
   * @param pattern a regular expression (RE2 syntax) that the whole text must match
   * @param options the only texts allowed; null for any
   */
  record TextSingleConfig(
      @Nullable Integer minLength,
      @Nullable Integer maxLength,
      @Nullable String pattern,
      @Nullable List<String> options)
      implements ItemConfig {}

  /** Lines of text. */
  record TextMultiConfig(@Nullable Integer maxLength) implements ItemConfig {}

  /**
   * A number.
   *
   * @param unit the unit that a value must name; null for none
   * @param decimals the most digits after the point
   * @param hardMin the least value that is taken at all
   * @param hardMax the greatest value that is taken at all
   * @param instrumentRequired whether a value names the instrument that measured it; false when
   *     left out
   * @param showPrevious whether people see the value of the protocol before; false when left out
   * @param naAllowed whether NA can be answered; false when left out
   */
  record NumberConfig(
      @Nullable String unit,
      @Nullable Integer decimals,
      @Nullable String hardMin,
      @Nullable String hardMax,
      boolean instrumentRequired,
      boolean showPrevious,
      boolean naAllowed)
      implements ItemConfig {}

  /**
   * Readings that are judged against limits.
   *
   * @param points the readings to take, each with its limits; at least one
   * @param inclusive whether a reading on a limit passes; true when left out
   * @param outOfRange what a reading beyond its limits leads to; REQUIRE_PENDENCY when left out
   * @param defaultType the type that such a pendency is proposed with; PB when left out
   * @param instrumentRequired whether a value names the instrument that measured it; false when
   *     left out
   */
  record NumberRangeConfig(
      @Nullable String unit,
      @Nullable Integer decimals,
      List<RangePoint> points,
      boolean inclusive,
      OutOfRange outOfRange,
      PendencyType defaultType,
      boolean instrumentRequired)
      implements ItemConfig {}

  /** A reading to take; at least one limit. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RangePoint(String point, @Nullable String min, @Nullable String max) {}

  /** What a reading beyond its limits leads to. */
  enum OutOfRange {
    /** The item fails, and needs an open pendency before the protocol is submitted. */
    REQUIRE_PENDENCY,
    /** The item fails; whether that matters is for whoever verifies it. */
    WARN,
    /** The value is not taken at all. */
    REFUSE
  }

  /**
   * Photos.
   *
   * @param minPhotos how many at least; 1 when left out; {@code min} in JSON
   * @param maxPhotos how many at most; 10 when left out; {@code max} in JSON
   * @param source where they may come from; ANY when left out
   * @param geoRequired whether each tells where it was taken; false when left out
   * @param beforeAfter whether there must be one of before and one of after; false when left out
   */
  record PhotoCaptureConfig(
      @JsonProperty("min") int minPhotos,
      @JsonProperty("max") int maxPhotos,
      PhotoSource source,
      boolean geoRequired,
      boolean beforeAfter)
      implements ItemConfig {}

  /** Where photos may come from. */
  enum PhotoSource {
    ANY,
    CAMERA
  }

  /**
   * A day, or a moment.
   *
   * @param withTime whether a moment is asked for; false when left out
   * @param notFuture whether it must not lie after now; false when left out
   * @param earliest the first day allowed; {@code min} in JSON
   * @param latest the last day allowed; {@code max} in JSON
   */
  record DateConfig(
      boolean withTime,
      boolean notFuture,
      @JsonProperty("min") @Nullable LocalDate earliest,
      @JsonProperty("max") @Nullable LocalDate latest)
      implements ItemConfig {}

  /**
   * A signature on this item.
   *
   * @param companyTypes the parts in the project of which the signer's company must have one; null
   *     for any
   * @param roles the base roles that the signer must have one of; null for any
   * @param meaning what the signature states, such as “witnessed”
   */
  record SignatureConfig(
      @Nullable List<CompanyType> companyTypes,
      @Nullable List<UserRole> roles,
      @Nullable String meaning)
      implements ItemConfig {}
}
