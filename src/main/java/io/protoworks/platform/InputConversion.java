package io.protoworks.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.stereotype.Component;

/**
 * Reads the values of arguments. An {@link Id} is checked against the noun that the input declares,
 * so an id of another type is refused before any SQL, in words of its own; a {@link NodeId} takes
 * the id of anything.
 */
@Component
class InputConversion implements ConversionService {
  private final ConversionService others = ApplicationConversionService.getSharedInstance();
  private final Graph graph;

  InputConversion(Graph graph) {
    this.graph = graph;
  }

  @Override
  public boolean canConvert(@Nullable Class<?> source, Class<?> target) {
    return isId(target) || others.canConvert(source, target);
  }

  @Override
  public boolean canConvert(@Nullable TypeDescriptor source, TypeDescriptor target) {
    return isId(target.getType()) || others.canConvert(source, target);
  }

  @Override
  public <T> @Nullable T convert(@Nullable Object source, Class<T> target) {
    return others.convert(source, target);
  }

  @Override
  public @Nullable Object convert(
      @Nullable Object source, @Nullable TypeDescriptor sourceType, TypeDescriptor targetType) {
    if (source instanceof String text && isId(targetType.getType())) {
      return targetType.getType() == Id.class ? id(text, targetType) : nodeId(text);
    }
    return others.convert(source, sourceType, targetType);
  }

  private static boolean isId(Class<?> target) {
    return target == Id.class || target == NodeId.class;
  }

  private NodeId nodeId(String text) {
    TypeId id = TypeId.parse(text);
    return new NodeId(graph.nodeOf(id).name(), id.uuid());
  }

  private Id<?> id(String text, TypeDescriptor targetType) {
    Class<?> noun = targetType.getResolvableType().getGeneric(0).toClass();
    Graph.NodeType<?> expected = graph.nodeType(noun);
    TypeId id = TypeId.parse(text);
    if (!id.prefix().equals(expected.prefix())) {
      throw Failure.badRequest(
          "%s is no id of the type %s; those begin with %s_."
              .formatted(Texts.abbreviate(text, 60), expected.name(), expected.prefix()));
    }
    return new Id<>(id.uuid());
  }
}
