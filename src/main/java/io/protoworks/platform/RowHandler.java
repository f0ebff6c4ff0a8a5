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
 * Reads a whole row into a record by index: the n-th column is the n-th component. Mapping by
 * argument names costs nine times the CPU; the tests prove for every statement that the columns
 * stand in the components' order.
 *
 * <p>A component that is itself a {@link Row} takes as many columns as it has components: a child
 * beside the id of its parent.
 */
final class RowHandler<T extends Record> implements TypeHandler<T> {
  /** Reads a component from the column where it begins, and tells how many columns it takes. */
  private record Part(ColumnReader reader, int width) {}

  private final MethodHandle constructor;
  private final Part[] parts;

  RowHandler(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    this.parts = Arrays.stream(components).map(RowHandler::part).toArray(Part[]::new);
    this.constructor = constructorOf(type, components);
  }

  private static Part part(RecordComponent component) {
    Class<?> type = component.getType();
    if (!Row.class.isAssignableFrom(type)) {
      return new Part(ColumnReader.of(component.getGenericType()), 1);
    }
    RowHandler<?> nested = new RowHandler<>(type.asSubclass(Record.class));
    return new Part(nested::read, Arrays.stream(nested.parts).mapToInt(Part::width).sum());
  }

  @Override
  public T getResult(ResultSet rows, @Nullable String firstColumn) throws SQLException {
    return read(rows, 1);
  }

  private T read(ResultSet rows, int firstColumn) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[parts.length];
    int column = firstColumn;
    for (int index = 0; index < values.length; index++) {
      values[index] = parts[index].reader().read(rows, column);
      column += parts[index].width();
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
