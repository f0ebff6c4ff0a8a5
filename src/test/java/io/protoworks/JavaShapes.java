package io.protoworks;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** What Java says of a type: whether it may be null, what it is a list of, how a part is read. */
final class JavaShapes {
  private JavaShapes() {}

  /** Everything is null-marked, so that only what says so may be null. */
  static boolean mayBeNull(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  static Class<?> raw(AnnotatedType type) {
    return raw(type.getType());
  }

  private static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType parameterized -> raw(parameterized.getRawType());
      // A variable or a wildcard: whatever it stands for.
      default -> Object.class;
    };
  }

  /** What a collection, an array or a stream is of. */
  static Optional<AnnotatedType> element(AnnotatedType type) {
    Class<?> raw = raw(type);
    if (type instanceof AnnotatedArrayType array) {
      return Optional.of(array.getAnnotatedGenericComponentType());
    }
    return Collection.class.isAssignableFrom(raw) || Publisher.class.isAssignableFrom(raw)
        ? Optional.of(argument(type))
        : Optional.empty();
  }

  /** The one type argument of a generic type. */
  static AnnotatedType argument(AnnotatedType type) {
    AnnotatedType argument =
        ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
    return argument instanceof AnnotatedWildcardType wildcard
        ? wildcard.getAnnotatedUpperBounds()[0]
        : argument;
  }

  /** What an id is of; nothing where it may be of anything. */
  static Optional<Class<?>> noun(AnnotatedType id, AnnotatedType holder) {
    if (!(id instanceof AnnotatedParameterizedType)) {
      return Optional.empty();
    }
    AnnotatedType noun = argument(id);
    // A record for any noun, VersionedId<Company>, says which one where it is used.
    return Optional.of(raw(noun.getType() instanceof TypeVariable ? argument(holder) : noun));
  }

  /** The method that a field of the graph is read by. */
  static Optional<Method> accessor(Class<?> type, String field) {
    String suffix = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    return Stream.of(field, "get" + suffix, "is" + suffix)
        .flatMap(
            name ->
                Arrays.stream(type.getMethods())
                    .filter(method -> method.getName().equals(name))
                    .filter(method -> method.getParameterCount() == 0))
        .findFirst();
  }

  /** A component of a record. */
  static Optional<RecordComponent> component(Class<?> type, String name) {
    return type.isRecord()
        ? Arrays.stream(type.getRecordComponents())
            .filter(component -> component.getName().equals(name))
            .findFirst()
        : Optional.empty();
  }
}
