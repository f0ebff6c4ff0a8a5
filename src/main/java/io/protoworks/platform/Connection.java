package io.protoworks.platform;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in the Relay form.
 *
 * @param count asked only when the client selects {@code totalCount}
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, Count count) {

  /** A row and where it stands. */
  public record Edge<T>(String cursor, T node) {}

  /** Whether there is more on either side, and the cursors of the page's ends. */
  public record PageInfo(
      boolean hasNextPage,
      boolean hasPreviousPage,
      @Nullable String startCursor,
      @Nullable String endCursor) {}

  /** Tells a row's place in an order. */
  public record Place<T>(Function<T, String> key, Function<T, UUID> id) {}

  /** How many rows the whole list has; costs a statement, so only when asked. */
  @FunctionalInterface
  interface Count {
    CompletionStage<Integer> ask(DataFetchingEnvironment environment);
  }

  /** A list that stands at a root of the query. */
  public static <T> Connection<T> of(List<T> found, Page page, Place<T> place, IntSupplier count) {
    return of(
        found, page, place, environment -> CompletableFuture.completedFuture(count.getAsInt()));
  }

  /** The same page, of what each row stands for. */
  <N> Connection<N> map(Function<T, N> node) {
    return new Connection<>(
        edges.stream().map(edge -> new Edge<>(edge.cursor(), node.apply(edge.node()))).toList(),
        pageInfo,
        count);
  }

  public List<T> nodes() {
    return edges.stream().map(Edge::node).toList();
  }

  /** From the rows that a statement found for the page: up to one more than its size. */
  static <T> Connection<T> of(List<T> found, Page page, Place<T> place, Count count) {
    boolean more = found.size() > page.size();
    List<T> rows = more ? found.subList(0, page.size()) : found;
    if (page.backward()) {
      rows = rows.reversed();
    }
    List<Edge<T>> edges =
        rows.stream().map(row -> new Edge<>(cursorOf(row, page, place), row)).toList();
    boolean continued = page.id() != null;
    return new Connection<>(
        edges,
        new PageInfo(
            page.backward() ? continued : more,
            page.backward() ? more : continued,
            edges.isEmpty() ? null : edges.getFirst().cursor(),
            edges.isEmpty() ? null : edges.getLast().cursor()),
        count);
  }

  private static <T> String cursorOf(T row, Page page, Place<T> place) {
    return new Cursor(page.order(), place.key().apply(row), place.id().apply(row)).encode();
  }
}
