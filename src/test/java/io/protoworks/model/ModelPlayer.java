package io.protoworks.model;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.GERENCIADORA;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.model.ModelPlant.Actor;
import io.protoworks.model.ModelState.Seen;
import io.protoworks.model.ModelState.SeenEquipment;
import io.protoworks.model.ModelState.SeenItem;
import io.protoworks.model.ModelState.SeenPendency;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Chooses what is done next: mostly something that fits, by somebody who may do it; now and then
 * anything by anybody, or on a version that is over.
 */
final class ModelPlayer {
  private static final List<String> STEPS =
      List.of(
          "releaseProtocol",
          "submitProtocol",
          "approveProtocol",
          "validateProtocol",
          "finalizeProtocol",
          "resumeProtocol",
          "rejectProtocol",
          "reopenProtocol",
          "cancelProtocol");
  private static final String REASON = "As was seen at the walk-down";

  private final ModelPlant plant;
  private final ModelState state;
  private final ModelInstruments instruments;

  ModelPlayer(ModelPlant plant, ModelState state) {
    this.plant = plant;
    this.state = state;
    instruments = new ModelInstruments(state);
  }

  /** Something that somebody asks for. */
  record Move(Actor actor, String mutation, Map<String, Object> input) {}

  Move next(Random random) {
    int dice = random.nextInt(100);
    if (dice < 10) {
      return create(random);
    }
    if (dice < 70) {
      return state.protocol(random).map(seen -> step(seen, random)).orElseGet(() -> create(random));
    }
    if (dice < 91) {
      return pendency(random);
    }
    return dice < 97 ? waiver(random) : equipment(random);
  }

  /** Where it is looked for first: the earliest stage that something is not covered at. */
  private Move create(Random random) {
    UUID subsystem = plant.subsystem(random);
    for (ProtocolType stage : ProtocolType.values()) {
      List<UUID> uncovered = state.uncovered(subsystem, stage);
      if (!uncovered.isEmpty() || random.nextInt(30) == 0) {
        List<UUID> chosen =
            uncovered.isEmpty()
                ? state.equipments(subsystem).stream().map(SeenEquipment::id).limit(1).toList()
                : uncovered;
        return new Move(
            maybe(plant.actor(GERENCIADORA, UserRole.ENGINEERING), random),
            "createProtocol",
            Map.of(
                "templateId", plant.template(stage, random),
                "equipmentIds",
                    chosen.stream().map(id -> new TypeId("equipment", id).toString()).toList(),
                "executorCompanyId",
                    plant.company(random.nextInt(20) == 0 ? CLIENTE : Play.executing(stage))));
      }
    }
    return pendency(random);
  }

  private Move step(Seen seen, Random random) {
    if (random.nextInt(12) == 0) {
      return step(seen, ModelPlant.pick(STEPS, random), plant.anyone(random), random);
    }
    CompanyType executing = Play.executing(seen.stage());
    Actor technician = plant.actor(executing, UserRole.TECHNICIAN);
    Actor manager = plant.actor(executing, UserRole.MANAGER);
    Actor engineer = plant.actor(GERENCIADORA, UserRole.ENGINEERING);
    Actor finalizer =
        seen.stage() == ProtocolType.C1
            ? plant.actor(COMISSIONADORA, UserRole.MANAGER)
            : plant.actor(CLIENTE, UserRole.CLIENT);
    boolean goesOn = random.nextInt(12) > 0;
    return switch (seen.status()) {
      case CREATED -> step(seen, goesOn ? "releaseProtocol" : "cancelProtocol", engineer, random);
      case AWAITING_GATE ->
          random.nextInt(10) == 0
              ? step(seen, goesOn ? "cancelProtocol" : "releaseProtocol", engineer, random)
              : pendency(random);
      case RELEASED -> fill(seen, technician, random);
      case IN_PROGRESS ->
          random.nextInt(4) == 0
              ? instruments.next(seen, maybe(technician, random), random)
              : random.nextBoolean()
                  ? fill(seen, technician, random)
                  : step(seen, "submitProtocol", technician, random);
      case SUBMITTED -> step(seen, goesOn ? "approveProtocol" : "rejectProtocol", manager, random);
      case APPROVED ->
          random.nextBoolean()
              ? judge(seen, judgement(goesOn, random), engineer, random)
              : step(seen, goesOn ? "validateProtocol" : "rejectProtocol", engineer, random);
      case VALIDATED ->
          random.nextInt(4) == 0
              ? judge(seen, reconsideration(random), finalizer, random)
              : step(seen, goesOn ? "finalizeProtocol" : "rejectProtocol", finalizer, random);
      case REJECTED -> step(seen, "resumeProtocol", technician, random);
      case FINALIZED ->
          random.nextInt(6) == 0
              ? step(seen, "reopenProtocol", plant.actor(CLIENTE, UserRole.CLIENT), random)
              : raise(seen, random);
      case CANCELLED -> step(seen, ModelPlant.pick(STEPS, random), engineer, random);
    };
  }

  private Move step(Seen seen, String mutation, Actor actor, Random random) {
    Map<String, Object> input =
        switch (mutation) {
          case "rejectProtocol" -> Map.of("reason", REASON, "isDocumental", random.nextInt(3) > 0);
          case "reopenProtocol" -> reopening(seen, random);
          case "cancelProtocol" -> Map.of("reason", REASON);
          default -> Map.of();
        };
    return new Move(
        maybe(actor, random),
        mutation,
        with(input, seen.globalId(), version(seen.version(), random)));
  }

  /** For its papers alone, or for some of its items. */
  private Map<String, Object> reopening(Seen seen, Random random) {
    List<String> again =
        state.items(seen.id()).stream()
            .filter(item -> random.nextBoolean())
            .map(SeenItem::globalId)
            .toList();
    return Map.of("reason", REASON, "itemIds", again);
  }

  private Move fill(Seen seen, Actor actor, Random random) {
    List<Map<String, Object>> items =
        state.items(seen.id()).stream()
            .filter(item -> random.nextInt(4) > 0)
            .<Map<String, Object>>map(
                item ->
                    Map.of(
                        "id",
                        item.globalId(),
                        "expectedVersion",
                        version(item.version(), random),
                        "value",
                        value(seen, item, random)))
            .toList();
    return new Move(
        maybe(actor, random), "fillItems", Map.of("protocolId", seen.globalId(), "items", items));
  }

  /** Now and then of another type, without its unit, or beyond the hard limits. */
  private Map<String, Object> value(Seen seen, SeenItem item, Random random) {
    boolean isCheck = item.type() == ItemType.CHECKBOX_OK_NOK_NA;
    if (isCheck == random.nextInt(20) > 0) {
      return Map.of("checkbox", Map.of("result", random.nextInt(8) == 0 ? "NOK" : "OK"));
    }
    String number =
        ModelPlant.pick(List.of("12.50", "0", "99.99", "100.01", "1e400", "12,5"), random);
    return Map.of(
        "number",
        random.nextInt(3) > 0
            ? Map.of("number", number, "unit", "MOhm")
            : Map.of(
                "number", number, "unit", "MOhm", "instrumentId", instruments.any(seen, random)));
  }

  private static String judgement(boolean goesOn, Random random) {
    if (goesOn) {
      return "approveItems";
    }
    return random.nextBoolean() ? "rejectItems" : "withdrawItemApprovals";
  }

  /** Whoever finalizes finds an item wrong, or takes back what was found of it. */
  private static String reconsideration(Random random) {
    return random.nextBoolean() ? "rejectItems" : "withdrawItemApprovals";
  }

  private Move judge(Seen seen, String mutation, Actor actor, Random random) {
    List<String> items = state.items(seen.id()).stream().map(SeenItem::globalId).toList();
    Map<String, Object> which = Map.of("protocolId", seen.globalId(), "itemIds", items);
    Map<String, Object> input = new java.util.HashMap<>(which);
    if (!mutation.equals("withdrawItemApprovals")) {
      input.put("note", "Seen on site");
    }
    return new Move(maybe(actor, random), mutation, input);
  }

  private Move pendency(Random random) {
    boolean raises = random.nextInt(8) == 0;
    if (raises) {
      return state
          .protocol(random)
          .map(seen -> raise(seen, random))
          .orElseGet(() -> waiver(random));
    }
    return state.pendency(random).map(seen -> work(seen, random)).orElseGet(() -> waiver(random));
  }

  private Move raise(Seen seen, Random random) {
    return raise(
        random.nextInt(3) == 0
            ? walkDown(seen, random)
            : Map.of("protocolItemId", item(seen, random)),
        random);
  }

  /** Found at an equipment of the protocol's subsystem, or of another one. */
  private Map<String, Object> walkDown(Seen seen, Random random) {
    UUID subsystem =
        random.nextInt(10) == 0 ? plant.subsystem(random) : state.subsystemOf(seen.id());
    SeenEquipment equipment = ModelPlant.pick(state.equipments(subsystem), random);
    return Map.of(
        "equipment", Map.of("protocolId", seen.globalId(), "equipmentId", equipment.globalId()));
  }

  private String item(Seen seen, Random random) {
    List<SeenItem> items = state.items(seen.id());
    return items.isEmpty()
        ? new TypeId("protocol_item", UUID.randomUUID()).toString()
        : items.stream()
            .filter(SeenItem::needsPendency)
            .findFirst()
            .orElseGet(() -> ModelPlant.pick(items, random))
            .globalId();
  }

  private Move raise(Map<String, Object> subject, Random random) {
    return new Move(
        maybe(plant.actor(COMISSIONADORA, UserRole.MANAGER), random),
        "raisePendency",
        Map.of(
            "subject",
            subject,
            "description",
            "The flange leaks",
            "type",
            ModelPlant.pick(List.of("PA", "PB", "PC", "PC"), random),
            "dueOn",
            "2026-12-31"));
  }

  private Move work(SeenPendency seen, Random random) {
    Actor clearer = plant.actor(Play.executing(seen.stage()), UserRole.TECHNICIAN);
    Actor verifier = plant.actor(GERENCIADORA, UserRole.ENGINEERING);
    Actor other = plant.actor(GERENCIADORA, UserRole.MANAGER);
    int dice = random.nextInt(12);
    if (dice == 0) {
      return pendency(
          seen,
          "changePendencyType",
          other,
          random,
          Map.of(
              "type",
              ModelPlant.pick(List.of("PA", "PB", "PC"), random),
              "reason",
              REASON,
              "dueOn",
              "2026-12-31"));
    }
    if (dice == 1) {
      return new Move(
          maybe(other, random),
          "commentPendency",
          Map.of("id", seen.globalId(), "comment", "Seen on site"));
    }
    if (seen.isAskedToWeighLess()) {
      return dice < 9
          ? pendency(seen, "confirmPendencyTypeChange", verifier, random, Map.of())
          : pendency(seen, "refusePendencyTypeChange", verifier, random, Map.of("reason", REASON));
    }
    if (seen.isCleared()) {
      return dice < 10
          ? pendency(seen, "verifyPendency", verifier, random, Map.of())
          : pendency(seen, "refusePendency", verifier, random, Map.of("reason", REASON));
    }
    return pendency(seen, "clearPendency", clearer, random, Map.of("description", "Tightened"));
  }

  private Move pendency(
      SeenPendency seen, String mutation, Actor actor, Random random, Map<String, Object> input) {
    return new Move(
        maybe(actor, random),
        mutation,
        with(input, seen.globalId(), version(seen.version(), random)));
  }

  private Move waiver(Random random) {
    if (random.nextInt(3) > 0) {
      return state
          .waiver(random)
          .map(
              waiver ->
                  new Move(
                      maybe(plant.actor(GERENCIADORA, UserRole.ENGINEERING), random),
                      "revokeGateWaiver",
                      Map.<String, Object>of(
                          "id", new TypeId("gate_waiver", waiver).toString(), "reason", REASON)))
          .orElseGet(() -> waive(random));
    }
    return waive(random);
  }

  private Move waive(Random random) {
    SeenEquipment equipment = ModelPlant.pick(state.equipments(plant.subsystem(random)), random);
    return new Move(
        maybe(plant.actor(GERENCIADORA, UserRole.ENGINEERING), random),
        "waiveEquipments",
        Map.of(
            "stage", ModelPlant.pick(List.of(ProtocolType.values()), random).name(),
            "equipmentIds", List.of(equipment.globalId()),
            "reason", REASON));
  }

  private Move equipment(Random random) {
    UUID subsystem = plant.subsystem(random);
    List<SeenEquipment> there = state.equipments(subsystem);
    Actor engineer = plant.actor(GERENCIADORA, UserRole.ENGINEERING);
    // Most are soon in protocols, and stay in use: so new ones come now and then.
    if (there.size() < 12 && random.nextInt(3) == 0) {
      return new Move(
          maybe(engineer, random),
          "createEquipment",
          Map.of(
              "subsystemId",
              new TypeId("subsystem", subsystem).toString(),
              "tagId",
              "N-" + random.nextInt(1_000_000),
              "application",
              "Added on site"));
    }
    SeenEquipment chosen =
        there.stream()
            .filter(equipment -> !equipment.isActive() || !equipment.isInProtocols())
            .findFirst()
            .orElseGet(() -> ModelPlant.pick(there, random));
    return new Move(
        maybe(engineer, random),
        chosen.isActive() ? "deactivateEquipment" : "restoreEquipment",
        with(Map.of(), chosen.globalId(), version(chosen.version(), random)));
  }

  private static Map<String, Object> with(Map<String, Object> input, String id, int version) {
    Map<String, Object> whole = new java.util.HashMap<>(input);
    whole.put("id", id);
    whole.put("expectedVersion", version);
    return whole;
  }

  private static int version(int seen, Random random) {
    return random.nextInt(25) == 0 ? seen - 1 : seen;
  }

  private Actor maybe(Actor fitting, Random random) {
    return random.nextInt(10) == 0 ? plant.anyone(random) : fitting;
  }
}
