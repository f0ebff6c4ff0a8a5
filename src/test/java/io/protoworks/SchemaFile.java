package io.protoworks;

import graphql.language.Definition;
import graphql.language.NamedNode;
import graphql.language.SDLExtensionDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schema as it stands in its file.
 *
 * @param contents the names of the table of contents
 */
record SchemaFile(List<String> contents, List<Section> sections) {
  static final Path PATH = Path.of("schema.graphqls");

  private static final Pattern ENTRY = Pattern.compile("#   (\\w+) +\\S.*");
  private static final Pattern BANNER = Pattern.compile("# ===== (\\w+) =+");
  private static final int BANNER_WIDTH = 107;

  /** What stands under one banner, in its order. */
  record Section(String name, List<Defined> definitions) {}

  /** A definition with its description, as it is written. */
  record Defined(Definition<?> definition, int line, List<String> text) {
    String name() {
      return ((NamedNode<?>) definition).getName();
    }

    boolean isExtension() {
      return definition instanceof SDLExtensionDefinition;
    }

    @Override
    public String toString() {
      return "%s (line %d)".formatted(name(), line);
    }
  }

  static SchemaFile read() throws IOException {
    return parse(Files.readString(PATH));
  }

  static SchemaFile parse(String document) {
    List<String> lines = document.lines().toList();
    List<String> contents =
        lines.stream()
            .takeWhile(line -> line.startsWith("#") && !isBanner(line))
            .map(ENTRY::matcher)
            .filter(Matcher::matches)
            .map(entry -> entry.group(1))
            .toList();
    List<Section> sections = new ArrayList<>();
    int start = 0;
    for (Defined defined : definitions(document, lines)) {
      lines.subList(start, defined.line()).stream()
          .filter(SchemaFile::isBanner)
          .forEach(banner -> sections.add(new Section(nameOf(banner), new ArrayList<>())));
      sections.getLast().definitions().add(defined);
      start = defined.line();
    }
    return new SchemaFile(contents, sections);
  }

  private static List<Defined> definitions(String document, List<String> lines) {
    var definitions =
        Parser.parse(
                ParserEnvironment.newParserEnvironment()
                    .document(document)
                    .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                    .build())
            .getDefinitions();
    List<Defined> defined = new ArrayList<>();
    for (int index = 0; index < definitions.size(); index++) {
      int first = line(definitions.get(index));
      int next =
          index + 1 < definitions.size() ? line(definitions.get(index + 1)) : lines.size() + 1;
      List<String> text =
          lines.subList(first - 1, next - 1).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      defined.add(new Defined(definitions.get(index), first, text));
    }
    return defined;
  }

  private static int line(Definition<?> definition) {
    return Objects.requireNonNull(definition.getSourceLocation()).getLine();
  }

  private static boolean isBanner(String line) {
    return line.startsWith("# =");
  }

  /** Banners are found with grep and seen from afar: all have the same form and width. */
  private static String nameOf(String banner) {
    var form = BANNER.matcher(banner);
    if (!form.matches() || banner.length() != BANNER_WIDTH) {
      throw new AssertionError("no banner, or not %d wide: %s".formatted(BANNER_WIDTH, banner));
    }
    return form.group(1);
  }
}
