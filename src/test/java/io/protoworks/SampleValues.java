package io.protoworks;

import io.protoworks.platform.Id;
import io.protoworks.platform.Json;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of any type that a mapper takes, in variants: booleans are true or false; what may be null
 * is there, or not, or is the only one that is there; enums take each of their values.
 */
final class SampleValues {
  private static final int OPTIONAL_MODES = 16;
  private static final int ENUM_MODES = 12;

  /** How many variants there are. */
  static final int VARIANTS = 2 * OPTIONAL_MODES * ENUM_MODES;

  private static final OffsetDateTime MOMENT =
      OffsetDateTime.of(2026, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);

  private static final Map<Class<?>, Object> SIMPLE =
      Map.ofEntries(
          // A text that may stand for a moment, too, as in the key of a page.
          Map.entry(String.class, MOMENT.toString()),
          Map.entry(URI.class, URI.create("https://example.org/")),
          Map.entry(double.class, 1.0),
          Map.entry(Double.class, 1.0),
          Map.entry(UUID.class, new UUID(0, 1)),
          Map.entry(int.class, 1),
          Map.entry(Integer.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(Long.class, 1L),
          Map.entry(BigDecimal.class, BigDecimal.ONE),
          Map.entry(OffsetDateTime.class, MOMENT),
          Map.entry(LocalDate.class, MOMENT.toLocalDate()),
          Map.entry(InetAddress.class, InetAddress.getLoopbackAddress()),
          Map.entry(Json.class, new Json("{}")),
          Map.entry(byte[].class, new byte[] {1}),
          Map.entry(Id.class, new Id<>(new UUID(0, 1))),
          Map.entry(Map.class, Map.of()));

  private final Map<String, List<String>> wordsAskedFor;
  private final boolean truth;
  private final int optionalMode;
  private final int enumMode;
  private int optionalsSeen;

  /**
   * One variant.
   *
   * @param wordsAskedFor the words that conditions compare a text of this name with
   */
  SampleValues(int variant, Map<String, List<String>> wordsAskedFor) {
    this.wordsAskedFor = wordsAskedFor;
    truth = variant % 2 == 0;
    optionalMode = variant / 2 % OPTIONAL_MODES;
    enumMode = variant / 2 / OPTIONAL_MODES;
  }

  @Nullable Object of(AnnotatedType type) {
    boolean optional = type.isAnnotationPresent(Nullable.class);
    return optional && !isThere(optionalsSeen++) ? null : present(type);
  }

  /** Mode 0: every one; mode 1: none; above: one alone. */
  private boolean isThere(int optional) {
    return optionalMode == 0 || optionalMode == optional + 2;
  }

  private Object present(AnnotatedType type) {
    Class<?> raw = raw(type.getType());
    Object simple = SIMPLE.get(raw);
    if (simple != null) {
      return simple;
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return truth;
    }
    if (raw.isEnum()) {
      Object[] constants = raw.getEnumConstants();
      return constants[enumMode % constants.length];
    }
    if (type instanceof AnnotatedArrayType array) {
      Object values = Array.newInstance(raw.getComponentType(), 1);
      Array.set(values, 0, present(array.getAnnotatedGenericComponentType()));
      return values;
    }
    if (Collection.class.isAssignableFrom(raw)
        && type instanceof AnnotatedParameterizedType collection) {
      return List.of(present(collection.getAnnotatedActualTypeArguments()[0]));
    }
    if (raw.isSealed()) {
      return construct(raw.getPermittedSubclasses()[0]);
    }
    if (raw.isRecord()) {
      return construct(raw);
    }
    throw new AssertionError("no sample of " + type + " is known; teach SampleValues one");
  }

  private Object construct(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values =
        Arrays.stream(components).<@Nullable Object>map(this::component).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException refused) {
      throw new LinkageError("no sample of " + type + " can be made", refused);
    }
  }

  private @Nullable Object component(RecordComponent component) {
    List<String> words = wordsAskedFor.getOrDefault(component.getName(), List.of());
    int word = enumMode % (words.size() + 1);
    return word > 0 && component.getType() == String.class
        ? words.get(word - 1)
        : of(component.getAnnotatedType());
  }

  private static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType parameterized -> raw(parameterized.getRawType());
      default -> throw new AssertionError("no sample of " + type + " can be made");
    };
  }
}
