package io.protoworks.platform;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The scalar {@code Date}: a day of the calendar and nothing else. The library's own takes 30
 * February for the 28th, and whoever wrote it would never know.
 */
final class DateScalar implements Coercing<LocalDate, String> {
  private static final Pattern DAY = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}");
  private static final int LONGEST_ECHO = 40;

  private DateScalar() {}

  static GraphQLScalarType date() {
    return ExtendedScalars.Date.transform(scalar -> scalar.coercing(new DateScalar()));
  }

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    if (value instanceof LocalDate day) {
      return day.toString();
    }
    throw new CoercingSerializeException("not a day: " + value.getClass());
  }

  @Override
  public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
    try {
      return input instanceof LocalDate day ? day : day(String.valueOf(input));
    } catch (DateTimeParseException none) {
      throw new CoercingParseValueException(message(input), none);
    }
  }

  @Override
  public LocalDate parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (!(input instanceof StringValue text)) {
      throw new CoercingParseLiteralException("A day is a text, such as \"2026-02-03\".");
    }
    try {
      return day(String.valueOf(text.getValue()));
    } catch (DateTimeParseException none) {
      throw new CoercingParseLiteralException(message(text.getValue()), none);
    }
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(String.valueOf(input));
  }

  /** Of a year that people write: beyond, the database would know only infinity. */
  private static LocalDate day(String text) {
    if (!DAY.matcher(text).matches()) {
      throw new DateTimeParseException("no day", text, 0);
    }
    return LocalDate.parse(text);
  }

  private static String message(@org.jspecify.annotations.Nullable Object input) {
    return "\"%s\" is no day of the calendar; write one as 2026-02-03."
        .formatted(Texts.abbreviate(String.valueOf(input), LONGEST_ECHO));
  }
}
