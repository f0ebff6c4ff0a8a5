package io.protoworks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Sites.Site;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Plays protocols through the API, each step by somebody who may take it. */
@Fixture
public class Play {
  private final Api api;
  private final Sites sites;
  private final Plants plants;
  private final Templates templates;

  Play(Api api, Sites sites, Plants plants, Templates templates) {
    this.api = api;
    this.sites = sites;
    this.plants = plants;
    this.templates = templates;
  }

  /** A protocol as the last answer told it. */
  public record State(String id, int version, String status) {}

  /** A site with the people who play. */
  public final class Cast {
    private final Site site;
    private final Map<String, People.SignedIn> people = new HashMap<>();

    private Cast(Site site) {
      this.site = site;
    }

    public Site site() {
      return site;
    }

    /** Has this person take every step of that part and role. */
    public Cast with(CompanyType part, UserRole role, People.SignedIn person) {
      people.put(part + "/" + role, sites.signing(person));
      return this;
    }

    public People.SignedIn person(CompanyType part, UserRole role) {
      return people.computeIfAbsent(part + "/" + role, key -> sites.person(site, part, role));
    }

    public GraphQlTester as(CompanyType part, UserRole role) {
      return api.as(person(part, role).token());
    }

    /** Who executes protocols of a stage, in this role. */
    public GraphQlTester executor(ProtocolType stage, UserRole role) {
      return as(executing(stage), role);
    }

    public UUID equipment(String tagId) {
      return plants.equipment(site.subsystemId(), tagId);
    }

    /** A protocol of this stage for these equipments, CREATED. */
    public State create(UUID template, ProtocolType stage, UUID... equipments) {
      return create(template, site.company(executing(stage)), equipments);
    }

    public State create(UUID template, UUID executor, UUID... equipments) {
      return ask(
          as(CompanyType.GERENCIADORA, UserRole.ENGINEERING),
          "createProtocol",
          Map.of(
              "templateId", new TypeId("protocol_template", template).toString(),
              "equipmentIds",
                  List.of(equipments).stream()
                      .map(id -> new TypeId("equipment", id).toString())
                      .toList(),
              "executorCompanyId", new TypeId("company", executor).toString()));
    }

    public State release(State protocol) {
      return step(as(CompanyType.GERENCIADORA, UserRole.ENGINEERING), "releaseProtocol", protocol);
    }

    /** Answers every check with OK. */
    public State fillAll(ProtocolType stage, State protocol) {
      GraphQlTester technician = executor(stage, UserRole.TECHNICIAN);
      fill(technician, protocol, Map.of("checkbox", Map.of("result", "OK")));
      return look(technician, protocol.id());
    }

    public State submit(ProtocolType stage, State protocol) {
      return step(executor(stage, UserRole.TECHNICIAN), "submitProtocol", protocol);
    }

    public State approve(ProtocolType stage, State protocol) {
      return step(executor(stage, UserRole.MANAGER), "approveProtocol", protocol);
    }

    /** Approves all items and signs for the management. */
    public State validate(State protocol) {
      approveItems(protocol);
      return step(as(CompanyType.GERENCIADORA, UserRole.ENGINEERING), "validateProtocol", protocol);
    }

    public void approveItems(State protocol) {
      GraphQlTester engineering = as(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
      judge(engineering, "approveItems", protocol, itemIds(engineering, protocol), null);
    }

    /** Rejects for the management what is APPROVED, and none of its items. */
    public State rejectForItsDocuments(State protocol) {
      return step(
          as(CompanyType.GERENCIADORA, UserRole.ENGINEERING),
          "rejectProtocol",
          protocol,
          Map.of("reason", "A document is missing.", "isDocumental", true));
    }

    public State finish(ProtocolType stage, State protocol) {
      return step(finalizer(stage), "finalizeProtocol", protocol);
    }

    public GraphQlTester finalizer(ProtocolType stage) {
      return stage == ProtocolType.C1
          ? as(CompanyType.COMISSIONADORA, UserRole.MANAGER)
          : as(CompanyType.CLIENTE, UserRole.CLIENT);
    }

    /** From CREATED to FINALIZED. */
    public State playThrough(ProtocolType stage, State protocol) {
      State filled = fillAll(stage, release(protocol));
      return finish(stage, validate(approve(stage, submit(stage, filled))));
    }
  }

  public Cast cast() {
    return cast(sites.site());
  }

  /** The people of a site that is there. */
  public Cast cast(Site site) {
    return new Cast(site);
  }

  /** A published template with one check. */
  public UUID template(ProtocolType stage, ItemDraft... items) {
    return templates.published(
        stage, items.length == 0 ? List.of(ItemDraft.check()) : List.of(items));
  }

  public static CompanyType executing(ProtocolType stage) {
    return stage == ProtocolType.C1 ? CompanyType.MONTADORA : CompanyType.COMISSIONADORA;
  }

  /** Takes a step that must not be refused. */
  public State step(GraphQlTester caller, String mutation, State protocol) {
    return step(caller, mutation, protocol, Map.of());
  }

  public State step(
      GraphQlTester caller, String mutation, State protocol, Map<String, Object> more) {
    return ask(caller, mutation, input(protocol, more));
  }

  public static Map<String, Object> input(State protocol, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("id", protocol.id());
    input.put("expectedVersion", protocol.version());
    return input;
  }

  public State ask(GraphQlTester caller, String mutation, Map<String, Object> input) {
    GraphQlTester.Response response = request(caller, mutation, input).execute();
    response
        .path(mutation + ".errors[*].message")
        .entityList(String.class)
        .satisfies(messages -> assertThat(messages).isEmpty());
    return state(response, mutation + ".protocol");
  }

  public GraphQlTester.Request<?> request(
      GraphQlTester caller, String mutation, Map<String, Object> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    return caller
        .document(
            """
            mutation($input: %1$sInput!) {
              %2$s(input: $input) {
                protocol { id version status }
                errors {
                  __typename code message path
                  ... on TransitionBlocked {
                    blockers { __typename code message ... on PendenciesBlocker { openPa openPb openPc } }
                    protocol { id version status }
                  }
                  ... on StaleVersion { current { id } }
                }
              }
            }
            """
                .formatted(type, mutation))
        .variable("input", input);
  }

  /** What keeps a step from being taken, by the codes of the blockers. */
  public List<String> blockers(
      GraphQlTester caller, String mutation, State protocol, Map<String, Object> more) {
    return request(caller, mutation, input(protocol, more))
        .execute()
        .path(mutation + ".errors[*].blockers[*].code")
        .entityList(String.class)
        .get();
  }

  public State look(GraphQlTester caller, String id) {
    GraphQlTester.Response response =
        caller
            .document("query($id: ID!) { node(id: $id) { ... on Protocol { id version status } } }")
            .variable("id", id)
            .execute();
    return state(response, "node");
  }

  private static State state(GraphQlTester.Response response, String path) {
    return new State(
        response.path(path + ".id").entity(String.class).get(),
        response.path(path + ".version").entity(Integer.class).get(),
        response.path(path + ".status").entity(String.class).get());
  }

  /** An item as a client sees it. */
  public record Item(String id, int version) {}

  public List<Item> items(GraphQlTester caller, State protocol) {
    GraphQlTester.Response response =
        caller
            .document(
                "query($id: ID!) { node(id: $id) { ... on Protocol { items { id version } } } }")
            .variable("id", protocol.id())
            .execute();
    List<String> ids = response.path("node.items[*].id").entityList(String.class).get();
    List<Integer> versions = response.path("node.items[*].version").entityList(Integer.class).get();
    List<Item> items = new ArrayList<>();
    for (int index = 0; index < ids.size(); index++) {
      items.add(new Item(ids.get(index), versions.get(index)));
    }
    return items;
  }

  public List<String> itemIds(GraphQlTester caller, State protocol) {
    return items(caller, protocol).stream().map(Item::id).toList();
  }

  /** Gives every item the same value; all must be taken. */
  public void fill(GraphQlTester caller, State protocol, Map<String, Object> value) {
    List<Map<String, Object>> items =
        items(caller, protocol).stream()
            .<Map<String, Object>>map(
                item -> Map.of("id", item.id(), "expectedVersion", item.version(), "value", value))
            .toList();
    fill(caller, protocol, items)
        .execute()
        .path("fillItems.results[*].errors[*].message")
        .entityList(String.class)
        .satisfies(messages -> assertThat(messages).isEmpty());
  }

  public GraphQlTester.Request<?> fill(
      GraphQlTester caller, State protocol, List<Map<String, Object>> items) {
    return caller
        .document(
            """
            mutation($input: FillItemsInput!) {
              fillItems(input: $input) {
                protocol { id version status }
                results {
                  item { id version outcome valueJson needsPendency needsPhoto }
                  errors { __typename code message path }
                }
                errors { __typename code message path ... on TransitionBlocked { blockers { code } } }
              }
            }
            """)
        .variable("input", Map.of("protocolId", protocol.id(), "items", items));
  }

  /** Approves or rejects items; it must not be refused. */
  public void judge(
      GraphQlTester caller,
      String mutation,
      State protocol,
      List<String> itemIds,
      @Nullable String note) {
    judging(caller, mutation, protocol, itemIds, note)
        .execute()
        .path(mutation + ".errors[*].message")
        .entityList(String.class)
        .satisfies(messages -> assertThat(messages).isEmpty());
  }

  public GraphQlTester.Request<?> judging(
      GraphQlTester caller,
      String mutation,
      State protocol,
      List<String> itemIds,
      @Nullable String note) {
    Map<String, Object> input =
        new HashMap<>(Map.of("protocolId", protocol.id(), "itemIds", itemIds));
    if (note != null) {
      input.put("note", note);
    }
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    return caller
        .document(
            """
            mutation($input: %sInput!) {
              %s(input: $input) {
                items { id approvalStatus }
                errors { __typename code message path }
              }
            }
            """
                .formatted(type, mutation))
        .variable("input", input);
  }
}
