package io.protoworks.dossier;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows of any number, read a batch at a time as they are printed. */
final class Batches {
  private Batches() {}

  /** Reads the rows after one, or the first where none is named. */
  interface Reading<T> {
    List<T> read(@Nullable T after, int rows);
  }

  /**
   * The batches one after the other; none of them is empty, and each is read when it is asked for.
   */
  static <T> Iterable<List<T>> of(int rows, Reading<T> reading) {
    return () -> new Walk<>(rows, reading);
  }

  private static final class Walk<T> implements Iterator<List<T>> {
    private final int rows;
    private final Reading<T> reading;
    private @Nullable T last;
    private @Nullable List<T> next;

    Walk(int rows, Reading<T> reading) {
      this.rows = rows;
      this.reading = reading;
    }

    @Override
    public boolean hasNext() {
      return !ahead().isEmpty();
    }

    @Override
    public List<T> next() {
      List<T> batch = ahead();
      if (batch.isEmpty()) {
        throw new NoSuchElementException();
      }
      last = batch.getLast();
      next = batch.size() < rows ? List.of() : null;
      return batch;
    }

    private List<T> ahead() {
      List<T> batch = next;
      if (batch == null) {
        batch = reading.read(last, rows);
        next = batch;
      }
      return batch;
    }
  }
}
