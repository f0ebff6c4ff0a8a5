package io.protoworks.platform;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of an ordered list is asked for, as the statements take it: rows after (key, id) in
 * the direction of travel, and one more than asked for, which tells whether there is a next page.
 *
 * @param size how many rows were asked for
 * @param backward whether the client pages from the end ({@code last}, {@code before})
 * @param descending the direction in which the statement must walk
 * @param key the cursor row's order key as text, null at the start
 * @param id the cursor row's id, null at the start
 * @param order the order's name, kept in cursors so that one made for another order is refused
 */
public record Page(
    int size,
    boolean backward,
    boolean descending,
    @Nullable String key,
    @Nullable UUID id,
    String order) {

  private static final int DEFAULT_SIZE = 20;
  private static final int MAXIMUM_SIZE = 100;

  /** PostgreSQL's last day. */
  private static final String NO_DAY = "infinity";

  /** So many rows after (key, id), for a reader of ours that goes on where it was. */
  public static Page following(int rows, @Nullable String key, @Nullable UUID id) {
    return new Page(rows - 1, false, false, key, id, "");
  }

  /** The rows a statement fetches. */
  public int limit() {
    return size + 1;
  }

  /** The cursor row's key in an order {@linkplain #byTime by time}; null at the start. */
  public @Nullable OffsetDateTime moment() {
    return key == null ? null : OffsetDateTime.parse(key);
  }

  /** The same in an order by time: a cursor whose key is no moment is of another list. */
  public static Page byTime(PageArguments arguments, String order, boolean descendingOrder) {
    Page page = of(arguments, order, descendingOrder);
    try {
      OffsetDateTime moment = page.moment();
      return page.startingAt(moment == null ? null : moment.toString());
    } catch (DateTimeParseException malformed) {
      throw Cursor.notOfThisList(malformed);
    }
  }

  /** The same in an order by a whole number. */
  public static Page byNumber(PageArguments arguments, String order, boolean descendingOrder) {
    Page page = of(arguments, order, descendingOrder);
    try {
      String key = page.key();
      return page.startingAt(key == null ? null : Integer.valueOf(key).toString());
    } catch (NumberFormatException malformed) {
      throw Cursor.notOfThisList(malformed);
    }
  }

  /** The same in an order by a place in a log. */
  public static Page bySequence(PageArguments arguments, String order, boolean descendingOrder) {
    Page page = of(arguments, order, descendingOrder);
    String key = page.key();
    UUID id = page.id();
    return key == null || id == null
        ? page
        : page.startingAt(Long.toString(new Cursor(order, key, id).number()));
  }

  /** The same in an order by day, in which a row without a day stands last. */
  public static Page byDay(PageArguments arguments, String order, boolean descendingOrder) {
    Page page = of(arguments, order, descendingOrder);
    String key = page.key();
    if (key == null || key.equals(NO_DAY)) {
      return page;
    }
    try {
      return page.startingAt(LocalDate.parse(key).toString());
    } catch (DateTimeParseException malformed) {
      throw Cursor.notOfThisList(malformed);
    }
  }

  /** A day as the key of an order by day. */
  public static String keyOf(@Nullable LocalDate day) {
    return day == null ? NO_DAY : day.toString();
  }

  private Page startingAt(@Nullable String text) {
    return new Page(size, backward, descending, text, id, order);
  }

  /** From a connection's four arguments and the order that applies. */
  public static Page of(PageArguments arguments, String order, boolean descendingOrder) {
    boolean backward = arguments.last() != null || arguments.before() != null;
    if (backward && (arguments.first() != null || arguments.after() != null)) {
      throw Failure.badRequest("Page forward (first, after) or backward (last, before), not both.");
    }
    Integer asked = backward ? arguments.last() : arguments.first();
    String cursor = backward ? arguments.before() : arguments.after();
    int size = asked == null ? DEFAULT_SIZE : asked;
    if (size < 1 || size > MAXIMUM_SIZE) {
      throw Failure.badRequest(
          "%s must be from 1 to %d, but was %d."
              .formatted(backward ? "last" : "first", MAXIMUM_SIZE, size));
    }
    Cursor from = cursor == null ? null : Cursor.decode(cursor, order);
    return new Page(
        size,
        backward,
        descendingOrder != backward,
        from == null ? null : from.key(),
        from == null ? null : from.id(),
        order);
  }
}
