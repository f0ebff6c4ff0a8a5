package io.protoworks.walk;

import io.protoworks.identity.People;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A client with a project of its own.
 *
 * @param mark what the names of everything of this tenant contain
 * @param keeper one of the client's people, who may do everything in their project
 * @param colleague another one of the client's people
 * @param labelGlobalId a label on the project
 * @param remembered what parts made and others ask for, by names of their own
 * @param shared the ids of what belongs to nobody, by type
 */
public record Tenant(
    Api api,
    String mark,
    People.SignedIn keeper,
    People.SignedIn colleague,
    UUID projectId,
    String labelGlobalId,
    Map<String, String> shared,
    Map<String, String> remembered) {

  /** A name for something of this tenant. */
  public String named(String what) {
    return "%s %s".formatted(what, mark);
  }

  /** The global id of what belongs to nobody. */
  public String shared(String type) {
    return Objects.requireNonNull(shared.get(type), type);
  }

  /** Keeps an id, or another word, under a name: what the corpus has as a variable. */
  public void remember(String name, String word) {
    remembered.put(name, word);
  }

  public String projectGlobalId() {
    return new TypeId("project", projectId).toString();
  }

  /**
   * Has the keeper do something; fails when it is refused.
   *
   * @param input the input as a literal
   * @param selection what is asked of the payload beside its errors
   * @return the payload
   */
  public JsonNode does(String mutation, String input, String selection) {
    JsonNode answer =
        api.ask(
            keeper.token(),
            "mutation { %s(input: {%s}) { %s errors { code message path } } }"
                .formatted(mutation, input, selection));
    JsonNode payload = answer.path("data").path(mutation);
    if (!payload.path("errors").isEmpty() || !payload.isObject()) {
      throw new AssertionError("%s: %s".formatted(mutation, answer));
    }
    return payload;
  }

  /** Has the keeper make something, and answers its global id. */
  public String makes(String mutation, String noun, String input) {
    return does(mutation, input, noun + " { id }").path(noun).path("id").asString();
  }
}
