package io.protoworks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day is one of the calendar, or it is refused; it never becomes another day. */
class DateScalarTests {
  private static final GraphQLContext NONE = GraphQLContext.getDefault();
  private static final Coercing<?, ?> DATE = DateScalar.date().getCoercing();

  @Test
  void takesADay() {
    assertThat(DATE.parseValue("2028-02-29", NONE, Locale.ROOT))
        .isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(DATE.serialize(LocalDate.of(2026, 2, 3), NONE, Locale.ROOT)).isEqualTo("2026-02-03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "2026-02-29",
        "2026-11-31",
        "2026-13-01",
        "03/02/2026",
        "2026-2-3",
        "+12026-05-03",
        "-9999-01-01",
        "0000-01-01",
        ""
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> DATE.parseValue(text, NONE, Locale.ROOT))
        .isInstanceOf(CoercingParseValueException.class)
        .hasMessageContaining("write one as 2026-02-03");
    assertThatThrownBy(
            () ->
                DATE.parseLiteral(
                    StringValue.of(text), CoercedVariables.emptyVariables(), NONE, Locale.ROOT))
        .isInstanceOf(CoercingParseLiteralException.class);
  }

  /** The library's moments are strict themselves. */
  @Test
  void noMomentBecomesAnother() {
    assertThatThrownBy(
            () ->
                ExtendedScalars.DateTime.getCoercing()
                    .parseValue("2026-02-30T12:00:00Z", NONE, Locale.ROOT))
        .isInstanceOf(CoercingParseValueException.class);
  }
}
