package io.protoworks.platform;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one column as the type of one record component. */
@FunctionalInterface
interface ColumnReader {
  @Nullable Object read(ResultSet rows, int column) throws SQLException;

  Map<Class<?>, ColumnReader> BY_TYPE =
      Map.ofEntries(
          Map.entry(String.class, ResultSet::getString),
          Map.entry(UUID.class, (rows, column) -> rows.getObject(column, UUID.class)),
          Map.entry(boolean.class, ResultSet::getBoolean),
          Map.entry(Boolean.class, nullable(ResultSet::getBoolean)),
          Map.entry(int.class, ResultSet::getInt),
          Map.entry(Integer.class, nullable(ResultSet::getInt)),
          Map.entry(long.class, ResultSet::getLong),
          Map.entry(Long.class, nullable(ResultSet::getLong)),
          Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
          Map.entry(
              OffsetDateTime.class, (rows, column) -> rows.getObject(column, OffsetDateTime.class)),
          Map.entry(LocalDate.class, (rows, column) -> rows.getObject(column, LocalDate.class)),
          Map.entry(InetAddress.class, (rows, column) -> address(rows.getString(column))),
          Map.entry(Json.class, (rows, column) -> Json.ofNullable(rows.getString(column))));

  static ColumnReader of(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return (rows, column) -> list(rows.getArray(column));
    }
    if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
      return enumReader(enumeration);
    }
    ColumnReader reader = type instanceof Class<?> ? BY_TYPE.get(type) : null;
    if (reader == null) {
      throw new IllegalStateException("no column is read as " + type);
    }
    return reader;
  }

  private static ColumnReader enumReader(Class<?> enumeration) {
    Map<String, Object> byName =
        Arrays.stream(enumeration.getEnumConstants())
            .collect(
                java.util.stream.Collectors.toUnmodifiableMap(
                    value -> ((Enum<?>) value).name(), value -> value));
    return (rows, column) -> {
      String name = rows.getString(column);
      return name == null ? null : byName.get(name);
    };
  }

  private static ColumnReader nullable(ColumnReader reader) {
    return (rows, column) -> {
      Object value = reader.read(rows, column);
      return rows.wasNull() ? null : value;
    };
  }

  private static @Nullable List<?> list(@Nullable Array array) throws SQLException {
    return array == null ? null : List.of((Object[]) array.getArray());
  }

  private static @Nullable InetAddress address(@Nullable String text) throws SQLException {
    try {
      return text == null ? null : InetAddress.getByName(text);
    } catch (UnknownHostException impossible) {
      throw new SQLException("not an address: " + text, impossible);
    }
  }
}
