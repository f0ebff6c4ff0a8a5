package io.protoworks.platform;

import graphql.scalars.ExtendedScalars;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.GraphQlArgumentBinder;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** How documents are executed: scalars, edges, arguments, refusals, events. */
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

  @Bean
  Graph graph(ObjectProvider<GraphModule> modules) {
    Graph graph = new Graph();
    modules.orderedStream().forEach(module -> module.declare(graph));
    return graph;
  }

  @Bean
  GraphQlArgumentBinder argumentBinder(InputConversion conversion) {
    return new GraphQlArgumentBinder(
        GraphQlArgumentBinder.Options.create().conversionService(conversion));
  }

  /** Without an executor: a controller runs on the request's own virtual thread. */
  @Bean
  AnnotatedControllerConfigurer annotatedControllerConfigurer(
      InputConversion conversion, ObjectProvider<HandlerMethodArgumentResolver> resolvers) {
    var configurer = new AnnotatedControllerConfigurer();
    configurer.configureBinder(options -> options.conversionService(conversion));
    resolvers.orderedStream().forEach(configurer::addCustomArgumentResolver);
    return configurer;
  }

  @Bean
  RuntimeWiringConfigurer scalarsAndConnections() {
    return wiring -> {
      wiring.scalar(ExtendedScalars.DateTime);
      wiring.scalar(DateScalar.date());
      wiring.scalar(JsonScalar.json());
      wiring.scalar(ExtendedScalars.GraphQLLong);
      wiring.scalar(UrlScalar.TYPE);
      wiring.wiringFactory(new ConnectionWiring());
    };
  }

  @Bean
  GraphQlSourceBuilderCustomizer events(ObjectProvider<DataFetcherExceptionResolver> resolvers) {
    return builder ->
        builder.configureGraphQl(
            graphQl ->
                graphQl.subscriptionExecutionStrategy(
                    new EventExecution(
                        DataFetcherExceptionResolver.createExceptionHandler(
                            resolvers.orderedStream().toList()))));
  }

  @Bean
  GraphQlSourceBuilderCustomizer refusalsAndAddresses(ConstraintMessages constraints) {
    return builder ->
        builder.typeVisitors(List.of(new RefusalsAsData(constraints), new AddressesAsText()));
  }
}
