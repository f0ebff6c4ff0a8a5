package io.protoworks.walk;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.protoworks.walk.Variants.Variant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What somebody is answered, whatever they ask. */
public final class Crawl implements AnswerReader.Listener {
  private static final int FIELDS_AT_ONCE = 8;
  private static final String FOUND = "found";

  /** An object that was reached, and how. */
  private record Found(GraphQLObjectType type, String id, Path path) {
    String who() {
      return type.getName() + " " + id;
    }
  }

  /** One field to ask in one way. */
  private record Question(
      GraphQLObjectType parent, GraphQLFieldDefinition field, Variant variant) {}

  private final Function<String, JsonNode> asking;
  private final Samples samples;
  private final int objectsPerType;
  private final Variants variants;
  private final Selections selections;
  private final AnswerReader reader;
  private final Deque<Found> ahead = new ArrayDeque<>();
  private final Map<String, Set<String>> idsByType = new LinkedHashMap<>();
  private final Map<String, String> answers = new TreeMap<>();
  private final Map<String, Map<String, JsonNode>> leaves = new HashMap<>();
  private final Set<String> followed = new HashSet<>();
  private final Set<String> types = new HashSet<>();

  private Crawl(
      GraphQLSchema schema,
      Samples samples,
      int objectsPerType,
      Function<String, JsonNode> asking) {
    this.asking = asking;
    this.samples = samples;
    this.objectsPerType = objectsPerType;
    variants = new Variants(samples);
    selections = new Selections(schema, variants);
    reader = new AnswerReader(schema, selections, this);
  }

  /**
   * Asks everything.
   *
   * @param objectsPerType how many objects of a type are visited at most
   * @param asking executes a document
   */
  public static Crawl of(
      GraphQLSchema schema,
      Samples samples,
      int objectsPerType,
      Function<String, JsonNode> asking) {
    Crawl crawl = new Crawl(schema, samples, objectsPerType, asking);
    GraphQLObjectType query = schema.getQueryType();
    crawl
        .questions(query)
        .forEach(question -> crawl.ask(List.of(question), query.getName(), Path.ROOT));
    while (!crawl.ahead.isEmpty()) {
      crawl.visit(crawl.ahead.remove());
    }
    return crawl;
  }

  /** Every answer, by who was asked what. */
  public Map<String, String> answers() {
    return answers;
  }

  /** The ids of the objects of a type, in the order in which they were reached. */
  public Set<String> ids(String type) {
    return idsByType.getOrDefault(type, Set.of());
  }

  /** Whether an object was reached that its id alone leads to. */
  public boolean canLookUp(String type, String id) {
    return FOUND.equals(answers.get(lookUp(type + " " + id)));
  }

  private static String lookUp(String who) {
    return who + " looked up";
  }

  /** The fields that led to something, {@code Project.areas}. */
  public Set<String> followed() {
    return followed;
  }

  /** All types of which something was answered. */
  public Set<String> types() {
    return types;
  }

  /** A scalar of an object that was visited. */
  public JsonNode leaf(String id, String field) {
    return leaves.getOrDefault(id, Map.of()).getOrDefault(field, MissingNode.getInstance());
  }

  @Override
  public void value(GraphQLObjectType type) {
    types.add(type.getName());
  }

  @Override
  public void object(GraphQLObjectType type, String id, Path path) {
    types.add(type.getName());
    Set<String> known = idsByType.computeIfAbsent(type.getName(), key -> new LinkedHashSet<>());
    if (known.size() < objectsPerType && known.add(id)) {
      ahead.add(new Found(type, id, path));
    }
  }

  @Override
  public void followed(String coordinates) {
    followed.add(coordinates);
  }

  /** By its id if the viewer may look it up, else by the way on which it was found. */
  private void visit(Found found) {
    List<GraphQLFieldDefinition> scalars =
        found.type().getFieldDefinitions().stream().filter(Selections::isLeaf).toList();
    String selection =
        scalars.stream().map(GraphQLFieldDefinition::getName).collect(Collectors.joining(" "));
    Path byId =
        Path.ROOT.then(
            new Path.Step(
                "node", "node(id: \"%s\")".formatted(found.id()), -1, found.type().getName()));
    JsonNode object = ask(byId, selection);
    boolean visible = object.isObject();
    answers.put(lookUp(found.who()), visible ? FOUND : "hidden");
    Path path = visible ? byId : found.path();
    JsonNode values = visible ? object : ask(path, selection);
    for (GraphQLFieldDefinition field : scalars) {
      JsonNode value = values.path(field.getName());
      leaves.computeIfAbsent(found.id(), key -> new HashMap<>()).put(field.getName(), value);
      answers.put(
          found.who() + " " + field.getName(),
          reader.read(found.type().getName(), field, value, path, field.getName(), ""));
    }
    List<Question> questions = questions(found.type());
    for (int start = 0; start < questions.size(); start += FIELDS_AT_ONCE) {
      int end = Math.min(questions.size(), start + FIELDS_AT_ONCE);
      ask(questions.subList(start, end), found.who(), path);
    }
  }

  private JsonNode ask(Path path, String selection) {
    return path.follow(asking.apply(path.asking(selection)).path("data"));
  }

  private List<Question> questions(GraphQLObjectType type) {
    List<Question> questions = new ArrayList<>();
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      if (!Selections.isLeaf(field) || type.getName().equals("Query")) {
        variants
            .of(type.getName(), field)
            .forEach(variant -> questions.add(new Question(type, field, variant)));
      }
    }
    return questions;
  }

  /** An error may leave an object without its other fields: then each is asked by itself. */
  private void ask(List<Question> questions, String who, Path path) {
    StringBuilder selection = new StringBuilder();
    for (int index = 0; index < questions.size(); index++) {
      Question question = questions.get(index);
      selection.append(
          " q%d: %s%s"
              .formatted(
                  index, question.variant().call(), selections.of(question.field().getType())));
    }
    JsonNode response = asking.apply(path.asking(selection.toString()));
    String errors = AnswerReader.errors(response, samples);
    if (!errors.isEmpty() && questions.size() > 1) {
      questions.forEach(question -> ask(List.of(question), who, path));
      return;
    }
    JsonNode object = path.follow(response.path("data"));
    for (int index = 0; index < questions.size(); index++) {
      Question question = questions.get(index);
      String answer =
          reader.read(
              question.parent().getName(),
              question.field(),
              object.path("q" + index),
              path,
              question.field().getName(),
              question.variant().call());
      answers.put(who + " " + question.variant().label(), answer + errors);
    }
  }
}
