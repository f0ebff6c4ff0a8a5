package io.protoworks.platform;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole row into a record by index: the n-th column is the n-th component. A component that
 * is a {@link Row} itself takes the columns of its own components. Mapping by argument names costs
 * nine times the CPU; the tests prove for every statement that the columns stand in the components'
 * order.
 */
final class RowHandler<T extends Record> implements TypeHandler<T> {
  private final MethodHandle constructor;
  private final ColumnReader[] readers;
  private final int[] offsets;

  RowHandler(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    this.readers = new ColumnReader[components.length];
    this.offsets = new int[components.length];
    int width = 0;
    for (int index = 0; index < components.length; index++) {
      readers[index] = readerOf(components[index]);
      offsets[index] = width;
      width += widthOf(components[index].getType());
    }
    this.constructor = constructorOf(type, components);
  }

  private static ColumnReader readerOf(RecordComponent component) {
    if (isRow(component.getType())) {
      RowHandler<?> inner = new RowHandler<>(component.getType().asSubclass(Record.class));
      return inner::read;
    }
    return ColumnReader.of(component.getGenericType());
  }

  private static int widthOf(Class<?> type) {
    return isRow(type)
        ? Arrays.stream(type.getRecordComponents())
            .mapToInt(component -> widthOf(component.getType()))
            .sum()
        : 1;
  }

  private static boolean isRow(Class<?> type) {
    return type.isRecord() && Row.class.isAssignableFrom(type);
  }

  @Override
  public T getResult(ResultSet rows, @Nullable String firstColumn) throws SQLException {
    return read(rows, 1);
  }

  private T read(ResultSet rows, int firstColumn) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[readers.length];
    for (int index = 0; index < values.length; index++) {
      values[index] = readers[index].read(rows, firstColumn + offsets[index]);
    }
    return construct(values);
  }

  @SuppressWarnings("unchecked")
  private T construct(@Nullable Object[] values) {
    try {
      Object row = constructor.invokeExact(values);
      return (T) row;
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable checked) {
      throw new IllegalStateException(checked);
    }
  }

  private static MethodHandle constructorOf(Class<?> type, RecordComponent[] components) {
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .findConstructor(type, MethodType.methodType(void.class, parameters))
          .asSpreader(Object[].class, parameters.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(type + " has no canonical constructor", missing);
    }
  }

  @Override
  public T getResult(ResultSet rows, int column) throws SQLException {
    return getResult(rows, null);
  }

  @Override
  public T getResult(CallableStatement statement, int column) {
    throw new IllegalStateException("rows are read from result sets only");
  }

  @Override
  public void setParameter(
      PreparedStatement statement, int index, T value, @Nullable JdbcType type) {
    throw new IllegalStateException("a row is no parameter; name its components");
  }
}
