package io.protoworks.model;

import io.protoworks.model.ModelPlayer.Move;
import io.protoworks.model.ModelState.Seen;
import io.protoworks.model.ModelState.SeenInstrument;
import io.protoworks.platform.TypeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * What is done with the instruments of a protocol; some are out of date, some are there already.
 */
final class ModelInstruments {
  private static final List<String> LAST_DAYS = List.of("2099-12-31", "2099-12-31", "2020-01-31");

  private final ModelState state;

  ModelInstruments(ModelState state) {
    this.state = state;
  }

  Move next(Seen protocol, ModelPlant.Actor actor, Random random) {
    List<SeenInstrument> there = state.instruments(protocol.id());
    if (there.isEmpty() || random.nextInt(3) == 0) {
      Map<String, Object> input = data(random);
      input.put("protocolId", protocol.globalId());
      return new Move(actor, "addProtocolInstrument", input);
    }
    SeenInstrument chosen = ModelPlant.pick(there, random);
    if (random.nextBoolean()) {
      Map<String, Object> input = data(random);
      input.put("id", chosen.globalId());
      input.put("expectedVersion", chosen.version());
      return new Move(actor, "changeProtocolInstrument", input);
    }
    return new Move(
        actor,
        "deactivateProtocolInstrument",
        Map.of("id", chosen.globalId(), "expectedVersion", chosen.version()));
  }

  private static Map<String, Object> data(Random random) {
    return new HashMap<>(
        Map.of(
            "name",
            "Megger",
            "serialNumber",
            "SN-" + random.nextInt(4),
            "calibrationDueOn",
            ModelPlant.pick(LAST_DAYS, random)));
  }

  /** Mostly one of the protocol's. */
  String any(Seen protocol, Random random) {
    List<SeenInstrument> there = state.instruments(protocol.id());
    return there.isEmpty() || random.nextInt(20) == 0
        ? new TypeId("protocol_instrument", UUID.randomUUID()).toString()
        : ModelPlant.pick(there, random).globalId();
  }
}
