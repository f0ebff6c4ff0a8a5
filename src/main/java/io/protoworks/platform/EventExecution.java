package io.protoworks.platform;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataLoaderDispatchStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.instrumentation.dataloader.PerLevelDataLoaderDispatchStrategy;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Executes each event of a subscription with loaders of its own. With those of the subscription,
 * which may run for months, an event would show things as they were when an earlier one first led
 * to them; and graphql-java 25 keeps for each event what it knew of its loads, until the
 * subscription ends.
 */
final class EventExecution extends SubscriptionExecutionStrategy {
  EventExecution(DataFetcherExceptionHandler handler) {
    super(handler);
  }

  @Override
  public CompletableFuture<graphql.ExecutionResult> execute(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    context.setDataLoaderDispatcherStrategy(DataLoaderDispatchStrategy.NO_OP);
    return super.execute(context, parameters);
  }

  /** Completes the one root field, whose value is the event; all others are of queries. */
  @Override
  protected FieldValueInfo completeField(
      ExecutionContext context,
      ExecutionStrategyParameters parameters,
      @Nullable Object fetchedValue) {
    ExecutionContext own =
        context.transform(builder -> builder.dataLoaderRegistry(new DataLoaderRegistry()));
    DataLoaderDispatchStrategy loads = new PerLevelDataLoaderDispatchStrategy(own);
    own.setDataLoaderDispatcherStrategy(loads);
    loads.newSubscriptionExecution(parameters.getDeferredCallContext());
    FieldValueInfo completed = super.completeField(own, parameters, fetchedValue);
    loads.subscriptionEventCompletionDone(parameters.getDeferredCallContext());
    return completed;
  }
}
