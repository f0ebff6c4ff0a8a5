package io.protoworks.webhook;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.validation.Validator;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Texts;
import io.protoworks.platform.UserError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/** Which selections an endpoint may have, and the query that one becomes. */
@Component
class EventSelections {
  static final String DEFAULT =
      "{ cursor type occurredAt previousState state entity { id } actor { id } }";

  private static final String BEFORE = "query($cursor: String!) { event(cursor: $cursor) ";
  private static final String AFTER = "\n}";
  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 8;
  private static final int MOST_FIELDS = 200;
  private static final int MESSAGE_SHOWN = 300;

  /** The graph is put together after its modules. */
  private final ObjectProvider<GraphQlSource> graph;

  EventSelections(ObjectProvider<GraphQlSource> graph) {
    this.graph = graph;
  }

  /** The query that reads an event at a cursor, with this selection. */
  static String query(String selection) {
    return BEFORE + selection + AFTER;
  }

  /** The selection, if it fits the type Event and asks for no more than it may. */
  String require(@Nullable String selection) {
    if (selection == null) {
      return DEFAULT;
    }
    if (Texts.length(selection) > LONGEST) {
      throw refused("A selection has at most %d characters.".formatted(LONGEST), null);
    }
    Document document = parse(selection);
    requireOneSelection(document);
    requireSmall(document);
    List<? extends GraphQLError> errors =
        new Validator().validateDocument(graph.getObject().schema(), document, Locale.ENGLISH);
    if (!errors.isEmpty()) {
      throw new Refused(
          errors.stream()
              .limit(Refused.BLOCKERS_SHOWN)
              .<UserError>map(error -> error(error.getMessage(), first(error.getLocations())))
              .toList());
    }
    return selection;
  }

  private static Document parse(String selection) {
    try {
      return new Parser().parseDocument(query(selection));
    } catch (InvalidSyntaxException malformed) {
      throw refused(String.valueOf(malformed.getMessage()), malformed.getLocation());
    }
  }

  /** What closes the selection early and goes on with something else is no selection. */
  private static void requireOneSelection(Document document) {
    boolean isOne =
        document.getDefinitions().size() == 1
            && document.getDefinitions().getFirst() instanceof OperationDefinition operation
            && operation.getSelectionSet().getSelections().size() == 1
            && operation.getSelectionSet().getSelections().getFirst() instanceof Field event
            && event.getSelectionSet() != null
            && event.getDirectives().isEmpty();
    if (!isOne) {
      throw refused(
          "Write one selection set on the type Event, in braces and without fragments by name:"
              + " { cursor type state }.",
          null);
    }
  }

  private static void requireSmall(Document document) {
    if (depth(document) - 1 > DEEPEST) {
      throw refused("A selection is at most %d levels deep.".formatted(DEEPEST), null);
    }
    if (fields(document) - 1 > MOST_FIELDS) {
      throw refused("A selection has at most %d fields.".formatted(MOST_FIELDS), null);
    }
  }

  /** How many fields lie in each other. */
  private static int depth(Node<?> node) {
    int below = node.getChildren().stream().mapToInt(EventSelections::depth).max().orElse(0);
    return node instanceof Field ? below + 1 : below;
  }

  private static int fields(Node<?> node) {
    int below = node.getChildren().stream().mapToInt(EventSelections::fields).sum();
    return node instanceof Field ? below + 1 : below;
  }

  private static @Nullable SourceLocation first(@Nullable List<SourceLocation> locations) {
    return locations == null || locations.isEmpty() ? null : locations.getFirst();
  }

  private static Refused refused(String message, @Nullable SourceLocation at) {
    return new Refused(error(message, at));
  }

  /** Lines and columns are those of the selection itself. */
  private static WebhookErrors.SelectionInvalid error(String message, @Nullable SourceLocation at) {
    String shown = Texts.abbreviate(message, MESSAGE_SHOWN);
    if (at == null) {
      return WebhookErrors.selection(shown, null, null);
    }
    int column = at.getLine() == 1 ? at.getColumn() - BEFORE.length() : at.getColumn();
    return WebhookErrors.selection(shown, at.getLine(), Math.max(1, column));
  }
}
