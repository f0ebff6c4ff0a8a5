package io.protoworks.platform;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scalar {@code JSON}: clients give and get JSON itself, records hold its text as {@link Json}.
 */
final class JsonScalar implements Coercing<Object, @Nullable Object> {
  /** Decimals stay as they were written. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Coercing<?, ?> values = ExtendedScalars.Json.getCoercing();

  private JsonScalar() {}

  static GraphQLScalarType json() {
    return ExtendedScalars.Json.transform(scalar -> scalar.coercing(new JsonScalar()));
  }

  @Override
  public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
    if (!(value instanceof Json json)) {
      return value;
    }
    try {
      return MAPPER.readValue(json.text(), Object.class);
    } catch (JacksonException broken) {
      throw new CoercingSerializeException("not JSON", broken);
    }
  }

  @Override
  public Object parseValue(Object input, GraphQLContext context, Locale locale) {
    try {
      return written(values.parseValue(input, context, locale));
    } catch (JacksonException unwritable) {
      throw new CoercingParseValueException(unwritable.getOriginalMessage(), unwritable);
    }
  }

  @Override
  public Object parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    try {
      return written(values.parseLiteral(input, variables, context, locale));
    } catch (JacksonException unwritable) {
      throw new CoercingParseLiteralException(unwritable.getOriginalMessage(), unwritable);
    }
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return values.valueToLiteral(input, context, locale);
  }

  private static Json written(@Nullable Object value) {
    return new Json(MAPPER.writeValueAsString(value));
  }
}
