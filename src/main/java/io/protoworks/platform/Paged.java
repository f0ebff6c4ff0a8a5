package io.protoworks.platform;

import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/** Rows that are read page by page, as they are taken. */
public final class Paged {
  private Paged() {}

  /**
   * All rows of pages, until one is not full.
   *
   * @param size how many rows a full page has
   * @param next reads the next page
   */
  public static <T> Flux<T> rest(int size, Supplier<List<T>> next) {
    return Flux.<List<T>, Boolean>generate(
            () -> true,
            (hasMore, pages) -> {
              List<T> page = hasMore ? next.get() : List.of();
              if (page.isEmpty()) {
                pages.complete();
              } else {
                pages.next(page);
              }
              return page.size() == size;
            })
        .concatMapIterable(page -> page, 1);
  }
}
