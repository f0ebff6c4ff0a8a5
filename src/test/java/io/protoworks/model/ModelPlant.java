package io.protoworks.model;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Sites;
import io.protoworks.protocol.Sites.Site;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates;
import io.protoworks.template.Templates.ItemDraft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A site small enough that its gates open and close, and all who may do something in it. */
final class ModelPlant {
  private static final int SUBSYSTEMS = 4;
  private static final int EQUIPMENTS = 2;

  /** Somebody who is signed in, or nobody. */
  record Actor(String name, String token) {}

  private final Site site;
  private final Map<String, Actor> actors = new java.util.LinkedHashMap<>();
  private final Map<ProtocolType, List<String>> templates = new EnumMap<>(ProtocolType.class);
  private final List<UUID> subsystems = new ArrayList<>();

  ModelPlant(Sites sites, People people, Plants plants, Templates templates) {
    site = sites.site();
    subsystems.add(site.subsystemId());
    for (int number = 2; number <= SUBSYSTEMS; number++) {
      subsystems.add(plants.subsystem(site.systemId(), "SS" + number));
    }
    for (UUID subsystem : subsystems) {
      for (int number = 1; number <= EQUIPMENTS; number++) {
        plants.equipment(
            subsystem, "T-%s-%d".formatted(subsystem.toString().substring(24), number));
      }
    }
    for (CompanyType part : CompanyType.values()) {
      for (UserRole role : UserRole.values()) {
        add(part, role, sites.person(site, part, role));
      }
    }
    actors.put("stranger", new Actor("stranger", people.stranger().token()));
    makeTemplates(templates);
  }

  private void add(CompanyType part, UserRole role, People.SignedIn person) {
    String name = part + "/" + role;
    actors.put(name, new Actor(name, person.token()));
  }

  /** Of each stage two that are published and one that is not. */
  private void makeTemplates(Templates made) {
    for (ProtocolType stage : ProtocolType.values()) {
      ItemDraft check =
          ItemDraft.check()
              .withConfig(
                  """
                  {"nokRequiresPendency": true, "nokDefaultType": "PA", "energization": %s}
                  """
                      .formatted(stage == ProtocolType.C2));
      ItemDraft number =
          ItemDraft.of(ItemType.NUMBER)
              .withConfig(
                  """
                  {"unit": "MOhm", "decimals": 2, "hardMin": "0", "hardMax": "100", "naAllowed": true}
                  """);
      templates.put(
          stage,
          List.of(
              Templates.globalId(made.published(stage, check)),
              Templates.globalId(made.published(stage, check, number.optional())),
              Templates.globalId(made.draft(stage, List.of(check)))));
    }
  }

  UUID projectId() {
    return site.projectId();
  }

  String projectGlobalId() {
    return new TypeId("project", site.projectId()).toString();
  }

  String company(CompanyType part) {
    return new TypeId("company", site.company(part)).toString();
  }

  Actor actor(CompanyType part, UserRole role) {
    return java.util.Objects.requireNonNull(actors.get(part + "/" + role));
  }

  Actor anyone(Random random) {
    return pick(List.copyOf(actors.values()), random);
  }

  UUID subsystem(Random random) {
    return pick(subsystems, random);
  }

  /** Mostly a published one. */
  String template(ProtocolType stage, Random random) {
    List<String> known = templates.getOrDefault(stage, List.of());
    return known.get(random.nextInt(10) == 0 ? 2 : random.nextInt(2));
  }

  static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
