package io.protoworks.platform;

import java.net.InetAddress;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * How parameters of our own types reach PostgreSQL. Results are read by {@link RowHandler} and
 * {@link ColumnReader}.
 */
final class ParameterHandlers {
  private ParameterHandlers() {}

  /**
   * Sends the value's text without a type, so that the server takes it as what it compares with.
   */
  static final class Untyped<T> extends WriteOnly<T> {
    private final Function<T, String> text;

    Untyped(Function<T, String> text) {
      this.text = text;
    }

    @Override
    public void setNonNullParameter(
        PreparedStatement statement, int index, T value, @Nullable JdbcType type)
        throws SQLException {
      statement.setObject(index, text.apply(value), Types.OTHER);
    }
  }

  /** Sends an enum by its name; MyBatis makes one for each enum that it meets. */
  public static final class Enumeration<E extends Enum<E>> extends WriteOnly<E> {
    @SuppressWarnings("unused") // the constructor that MyBatis looks for
    public Enumeration(Class<E> type) {}

    @Override
    public void setNonNullParameter(
        PreparedStatement statement, int index, E value, @Nullable JdbcType type)
        throws SQLException {
      statement.setObject(index, value.name(), Types.OTHER);
    }
  }

  /** Sends an array under the server's name of its element type. */
  static class ArrayOf<T> extends WriteOnly<T[]> {
    private final String elementType;

    ArrayOf(String elementType) {
      this.elementType = elementType;
    }

    @Override
    public void setNonNullParameter(
        PreparedStatement statement, int index, T[] values, @Nullable JdbcType type)
        throws SQLException {
      Connection connection = statement.getConnection();
      statement.setArray(index, connection.createArrayOf(elementType, elements(values)));
    }

    /** What the driver is given for the values. */
    Object[] elements(T[] values) {
      return values;
    }
  }

  /** Sends records of a {@link JsonForm}, one for each row that a statement writes. */
  static final class Forms extends ArrayOf<JsonForm> {
    Forms() {
      super("jsonb");
    }

    @Override
    Object[] elements(JsonForm[] forms) {
      return Arrays.stream(forms).map(form -> JsonForms.write(form).text()).toArray();
    }
  }

  /** PostgreSQL takes and gives a UUID as an object. */
  static final class Uuid extends BaseTypeHandler<UUID> {
    @Override
    public void setNonNullParameter(
        PreparedStatement statement, int index, UUID value, @Nullable JdbcType type)
        throws SQLException {
      statement.setObject(index, value);
    }

    @Override
    public @Nullable UUID getNullableResult(ResultSet rows, String column) throws SQLException {
      return rows.getObject(column, UUID.class);
    }

    @Override
    public @Nullable UUID getNullableResult(ResultSet rows, int column) throws SQLException {
      return rows.getObject(column, UUID.class);
    }

    @Override
    public @Nullable UUID getNullableResult(CallableStatement statement, int column)
        throws SQLException {
      return statement.getObject(column, UUID.class);
    }
  }

  static Untyped<Json> json() {
    return new Untyped<>(Json::text);
  }

  /** A record of a {@link JsonForm}. */
  static Untyped<JsonForm> form() {
    return new Untyped<>(form -> JsonForms.write(form).text());
  }

  /** An {@code inet} has no room for the interface of a link-local address. */
  static Untyped<InetAddress> address() {
    return new Untyped<>(address -> address.getHostAddress().replaceFirst("%.*", ""));
  }

  abstract static class WriteOnly<T> extends BaseTypeHandler<T> {
    @Override
    public T getNullableResult(ResultSet rows, String column) {
      throw new IllegalStateException("read it through a row");
    }

    @Override
    public T getNullableResult(ResultSet rows, int column) {
      throw new IllegalStateException("read it through a row");
    }

    @Override
    public T getNullableResult(CallableStatement statement, int column) {
      throw new IllegalStateException("read it through a row");
    }
  }
}
