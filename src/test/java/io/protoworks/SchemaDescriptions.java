package io.protoworks;

import graphql.language.AbstractDescribedNode;
import graphql.language.FieldDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import io.protoworks.SchemaFile.Defined;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the schema says to people. */
final class SchemaDescriptions {
  private static final Pattern SENTENCES = Pattern.compile("(?<=\\.)\\s+");
  private static final Pattern PERMISSION = Pattern.compile("`([a-z_]+\\.[a-z_]+)`");

  /** A place in the schema, and what is said of it; empty where nothing is. */
  record Described(String place, String text) {
    /** Descriptions are sentences, some of which end in a quotation or a formula. */
    boolean isASentence() {
      return text.matches("(?s)[A-Z`].*[.]");
    }

    String lastSentence() {
      return SENTENCES.splitAsStream(text.strip()).reduce("", (before, sentence) -> sentence);
    }

    /** The permissions that the text names. */
    List<String> permissions() {
      return PERMISSION.matcher(text).results().map(found -> found.group(1)).toList();
    }
  }

  private SchemaDescriptions() {}

  /** Everything in a definition that has to be described. */
  static Stream<Described> of(Defined defined) {
    Stream<Described> parts =
        defined.definition().getChildren().stream()
            .filter(AbstractDescribedNode.class::isInstance)
            .flatMap(part -> of(defined.name(), part));
    return defined.isExtension()
        ? parts
        : Stream.concat(Stream.of(described("", defined.definition())), parts);
  }

  private static Stream<Described> of(String parent, Node<?> part) {
    Described self = described(parent + ".", part);
    return part instanceof FieldDefinition field
        ? Stream.concat(
            Stream.of(self),
            field.getInputValueDefinitions().stream()
                .map(argument -> described(self.place() + "#", argument)))
        : Stream.of(self);
  }

  private static Described described(String prefix, Node<?> node) {
    var description = ((AbstractDescribedNode<?>) node).getDescription();
    return new Described(
        prefix + ((NamedNode<?>) node).getName(),
        description == null ? "" : description.getContent());
  }

  /** A definition on one line, without its descriptions. */
  static String without(Defined defined) {
    return defined.text().getLast().replaceAll("\"[^\"]*\" ", "");
  }
}
