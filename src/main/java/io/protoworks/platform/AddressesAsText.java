package io.protoworks.platform;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.LightDataFetcher;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.net.InetAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers an address that is a property as {@code 192.0.2.1}: in the form in which Java prints it,
 * a slash stands before.
 */
final class AddressesAsText extends GraphQLTypeVisitorStub {
  @Override
  public TraversalControl visitGraphQLFieldDefinition(
      GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
    if (context.getParentNode() instanceof GraphQLObjectType type && isText(field)) {
      var registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
      FieldCoordinates coordinates = FieldCoordinates.coordinates(type, field);
      if (registry.getDataFetcher(coordinates, field) instanceof LightDataFetcher<?> property) {
        registry.dataFetcher(coordinates, new AsText(property));
      }
    }
    return TraversalControl.CONTINUE;
  }

  private static boolean isText(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLScalarType scalar
        && scalar.getName().equals("String");
  }

  /** Stays light: no environment is built for it. */
  private record AsText(LightDataFetcher<?> property) implements LightDataFetcher<Object> {
    @Override
    public @Nullable Object get(
        GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
        throws Exception {
      return text(property.get(field, source, environment));
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      return text(property.get(environment));
    }

    private static @Nullable Object text(@Nullable Object value) {
      return value instanceof InetAddress address ? HostAddresses.text(address) : value;
    }
  }
}
