package io.protoworks.platform;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An address on the web, absolute or relative to this server: the scalar of the extended scalars
 * refuses relative ones, and only whoever sits behind the last proxy knows the absolute.
 */
final class UrlScalar implements Coercing<URI, String> {
  static final GraphQLScalarType TYPE =
      GraphQLScalarType.newScalar().name("Url").coercing(new UrlScalar()).build();

  private UrlScalar() {}

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    if (value instanceof URI || value instanceof String) {
      return value.toString();
    }
    throw new CoercingSerializeException("Not an address: " + value.getClass());
  }

  @Override
  public URI parseValue(Object input, GraphQLContext context, Locale locale) {
    try {
      return new URI(String.valueOf(input));
    } catch (URISyntaxException malformed) {
      throw new CoercingParseValueException("Not an address on the web.", malformed);
    }
  }

  @Override
  public URI parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (input instanceof StringValue text) {
      try {
        return new URI(text.getValue());
      } catch (URISyntaxException malformed) {
        throw new CoercingParseLiteralException("Not an address on the web.", malformed);
      }
    }
    throw new CoercingParseLiteralException("An address is written as a string.");
  }
}
