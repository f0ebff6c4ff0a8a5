package io.protoworks;

import com.github.f4b6a3.uuid.UuidCreator;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.protoworks.event.EventCursor;
import io.protoworks.platform.GraphDeclarations;
import io.protoworks.platform.TypeId;
import io.protoworks.walk.Crawl;
import io.protoworks.walk.Samples;
import io.protoworks.walk.Tenant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the walks of {@link VisibilityTests} fill arguments with: something that is there, or in the
 * same places something that never was.
 */
final class OutsiderSamples {
  private static final String SEARCH = "search";
  private static final String WORD = "=";
  private static final String NOWHERE = "nowhere";
  private static final String LAST_EVENT = "Project.eventCursor";

  /** Where the text of an argument comes from when its name does not say it: a field, or a word. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "EventFilter.types",
          WORD + "protocol.created",
          "Query.equipment(projectCode)",
          "Project.code",
          "Query.protocol(projectCode)",
          "Project.code",
          "Query.pendency(projectCode)",
          "Project.code",
          "Query.event(cursor)",
          LAST_EVENT,
          "ProjectFilter.tag",
          "ProjectTag.name",
          "AuditLogFilter.eventType",
          WORD + "area.created",
          "OutOfRangeReadingFilter.point",
          WORD + "0%",
          "SecurityEventFilter.type",
          WORD + "LOGIN_FAILED");

  /** Which id goes into an argument where the usual one of its type would show nothing. */
  private static final Map<String, String> IDS =
      Map.of("Query.templateDifference(fromId)", "PreviousProtocolTemplate");

  /** Texts of inputs that must have a form, by the names of the fields. */
  private static final Map<String, String> WORDS =
      Map.of(
          "code", "OUTSIDER",
          "color", "#336699",
          "email", "outsider@outside.example",
          "locale", "en",
          "legend", "OUT",
          "permissions", "companies.write",
          "scopes", "companies.write");

  private static final Pattern ROOT = Pattern.compile("Query\\.(\\w+)\\((\\w+)\\)");

  private final SchemaBinding binding;
  private final Map<String, String> shared;
  private final UnaryOperator<String> sharedText;
  private final Map<String, String> nouns;
  private final Map<Class<?>, String> types;
  private final Map<String, String> prefixes;

  /**
   * Samples that hold what everybody sees.
   *
   * @param shared the ids of what belongs to nobody, by type
   * @param sharedText what one of those holds, {@code Discipline.code}
   */
  OutsiderSamples(
      SchemaBinding binding, Map<String, String> shared, UnaryOperator<String> sharedText) {
    this.binding = binding;
    this.shared = shared;
    this.sharedText = sharedText;
    types =
        binding.graph().nodes().stream()
            .collect(
                Collectors.toMap(GraphDeclarations.Node::javaType, GraphDeclarations.Node::type));
    prefixes =
        binding.graph().nodes().stream()
            .collect(
                Collectors.toMap(
                    GraphDeclarations.Node::type,
                    GraphDeclarations.Node::prefix,
                    (one, other) -> one,
                    LinkedHashMap::new));
    nouns =
        binding.walk().nouns().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, noun -> noun.getValue().map(types::get).orElse("")));
  }

  /** The types with an id that somebody's objects can be of. */
  Set<String> types() {
    return prefixes.keySet().stream()
        .filter(type -> !shared.containsKey(type))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Ids that were never given out, and texts that nobody wrote. */
  Samples nowhere() {
    Map<String, String> ids = new LinkedHashMap<>();
    types().forEach(type -> ids.put(type, neverGivenOut(type)));
    ids.putAll(shared);
    return samples(ids, OutsiderSamples::nobodysText);
  }

  /** Of the form that it must have. */
  private static String nobodysText(String source) {
    return source.equals(LAST_EVENT)
        ? EventCursor.of(UuidCreator.getTimeOrderedEpoch(), 1)
        : NOWHERE;
  }

  /** Nothing that is there, but for the tenant's project itself, with its labels. */
  Samples nowhereBut(Tenant tenant) {
    Map<String, String> ids = new LinkedHashMap<>(nowhere().ids());
    ids.put("Project", tenant.projectGlobalId());
    ids.put("ProjectTag", tenant.labelGlobalId());
    Map<String, String> texts =
        Map.of(
            SEARCH,
            tenant.mark(),
            "Project.code",
            tenant.mark(),
            "ProjectTag.name",
            tenant.named("Label"));
    return samples(ids, source -> texts.getOrDefault(source, nobodysText(source)));
  }

  String neverGivenOut(String type) {
    return new TypeId(Objects.requireNonNull(prefixes.get(type)), UuidCreator.getTimeOrderedEpoch())
        .toString();
  }

  /** Ids of these objects, and the texts that they hold. */
  Samples of(Map<String, String> ids, String mark, Crawl crawl) {
    return samples(
        ids,
        source -> {
          if (source.equals(SEARCH)) {
            return mark;
          }
          String[] parts = source.split("\\.", 2);
          return crawl.leaf(ids.getOrDefault(parts[0], ""), parts[1]).asString(NOWHERE);
        });
  }

  /** Ids of a caller's own objects, as far as they have some. */
  Samples ofWhoeverMade(Crawl crawl) {
    Map<String, String> ids = new LinkedHashMap<>();
    prefixes
        .keySet()
        .forEach(
            type ->
                ids.put(
                    type,
                    crawl.ids(type).stream().findFirst().orElseGet(() -> neverGivenOut(type))));
    return samples(ids, source -> NOWHERE);
  }

  /** What the inputs of mutations hold where they must hold a text. */
  static String words(String place) {
    String field = place.substring(place.lastIndexOf('.') + 1);
    return Optional.ofNullable(WORDS.get(field))
        .orElseGet(() -> "Words of an outsider, " + UUID.randomUUID());
  }

  private Samples samples(Map<String, String> ids, UnaryOperator<String> text) {
    return new Samples(
        ids,
        place -> IDS.getOrDefault(place, nouns.getOrDefault(place, "")),
        place -> text(source(place), text));
  }

  private String text(String source, UnaryOperator<String> text) {
    if (source.startsWith(WORD)) {
      return source.substring(WORD.length());
    }
    String type = source.substring(0, Math.max(0, source.indexOf('.')));
    return (shared.containsKey(type) ? sharedText : text).apply(source);
  }

  /** The field that holds what an argument asks for: {@code Query.project(code)}, Project.code. */
  private String source(String place) {
    if (place.endsWith(SEARCH)) {
      return SEARCH;
    }
    String taught = TEXTS.get(place);
    if (taught != null) {
      return taught;
    }
    return ROOT.matcher(place)
        .results()
        .map(this::fieldOfTheSameName)
        .findFirst()
        .orElseThrow(() -> new AssertionError("teach OutsiderSamples a text for " + place));
  }

  private String fieldOfTheSameName(MatchResult root) {
    GraphQLFieldDefinition field =
        binding.schema().getQueryType().getFieldDefinition(root.group(1));
    if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type
        && type.getFieldDefinition(root.group(2)) != null) {
      return type.getName() + "." + root.group(2);
    }
    throw new AssertionError("teach OutsiderSamples a text for " + root.group());
  }
}
