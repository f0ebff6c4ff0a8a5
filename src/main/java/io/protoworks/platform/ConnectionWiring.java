package io.protoworks.platform;

import graphql.schema.DataFetcher;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.Objects;

/** Answers {@code totalCount} of every connection type. */
final class ConnectionWiring implements WiringFactory {
  @Override
  public boolean providesDataFetcher(FieldWiringEnvironment environment) {
    return environment.getFieldDefinition().getName().equals("totalCount")
        && environment.getParentType().getName().endsWith("Connection");
  }

  @Override
  public DataFetcher<?> getDataFetcher(FieldWiringEnvironment environment) {
    return fetching -> {
      Connection<?> connection = Objects.requireNonNull(fetching.getSource());
      return connection.count().ask(fetching);
    };
  }
}
