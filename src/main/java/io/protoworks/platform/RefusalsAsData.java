package io.protoworks.platform;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import reactor.core.publisher.Mono;

/**
 * Turns a {@link Refused} mutation into its payload with {@code errors} filled and all else null,
 * and answers {@code errors} of every payload, so that controllers speak only of success.
 */
final class RefusalsAsData extends GraphQLTypeVisitorStub {
  private static final String MUTATION = "Mutation";
  private static final String PAYLOAD_SUFFIX = "Payload";

  /** Stands where the controller's payload would. */
  private record RefusedPayload(List<UserError> errors) {}

  private static final DataFetcher<List<UserError>> ERRORS =
      environment ->
          environment.getSource() instanceof RefusedPayload refused ? refused.errors() : List.of();

  private final ConstraintMessages constraints;

  RefusalsAsData(ConstraintMessages constraints) {
    this.constraints = constraints;
  }

  @Override
  public TraversalControl visitGraphQLFieldDefinition(
      GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
    var parent = (GraphQLFieldsContainer) context.getParentNode();
    if (parent instanceof GraphQLObjectType type) {
      var registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
      FieldCoordinates coordinates = FieldCoordinates.coordinates(type, field);
      if (type.getName().equals(MUTATION)) {
        registry.dataFetcher(coordinates, catching(registry.getDataFetcher(coordinates, field)));
      } else if (type.getName().endsWith(PAYLOAD_SUFFIX)) {
        DataFetcher<?> fetcher = registry.getDataFetcher(coordinates, field);
        registry.dataFetcher(
            coordinates, field.getName().equals("errors") ? ERRORS : unlessRefused(fetcher));
      }
    }
    return TraversalControl.CONTINUE;
  }

  private DataFetcher<?> catching(DataFetcher<?> mutation) {
    return environment -> {
      try {
        // Spring hands a controller's exception on as a Mono.
        Object result = mutation.get(environment);
        return result instanceof Mono<?> mono
            ? mono.cast(Object.class).onErrorResume(this::refusal)
            : result;
      } finally {
        // What a later mutation of the same request reads must be read again.
        environment.getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
      }
    };
  }

  private Mono<Object> refusal(Throwable failure) {
    return Mono.fromCallable(() -> payload(failure));
  }

  private RefusedPayload payload(Throwable failure) throws Exception {
    return switch (failure) {
      case Refused refused -> new RefusedPayload(refused.errors());
      // Not only integrity violations: what a trigger raises under a code of our own has no
      // category.
      case DataAccessException violation -> new RefusedPayload(constraints.explain(violation));
      case Exception other -> throw other;
      default -> throw new IllegalStateException(failure);
    };
  }

  private static DataFetcher<@Nullable Object> unlessRefused(DataFetcher<?> field) {
    return environment ->
        environment.getSource() instanceof RefusedPayload ? null : field.get(environment);
  }
}
