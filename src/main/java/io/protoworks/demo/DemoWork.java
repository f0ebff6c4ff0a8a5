package io.protoworks.demo;

import io.protoworks.demo.DemoSteps.Protocol;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * What was done in the demo plant so far: one subsystem that is under erection, with a protocol in
 * every state; one whose erection is complete and whose commissioning goes on; and one that is
 * accepted for good.
 */
final class DemoWork {
  private static final int WEEK = 7;

  private final DemoPeople people;
  private final DemoSteps steps;
  private final DemoPendencies pendencies;
  private final Map<String, String> templates;
  private final LocalDate today;
  private final Map<String, String> companies = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> equipments = new LinkedHashMap<>();

  DemoWork(DemoPeople people, Map<String, String> templates, LocalDate today) {
    this.people = people;
    this.templates = templates;
    this.today = today;
    steps = new DemoSteps(people, today);
    pendencies = new DemoPendencies(people, steps);
  }

  void play() throws IOException {
    look();
    erectCompressorTrain();
    commissionLubricatingOil();
    acceptGlycolContactor();
  }

  private void look() {
    JsonNode project =
        people
            .as(DemoSteps.ENGINEER)
            .run(
                """
                {
                  project(code: "DEMO") {
                    clientCompany { id }
                    companies { company { id } role }
                    areas { systems { subsystems { code equipments(first: 100) { nodes { id tagId } } } } }
                  }
                }
                """,
                Map.of())
            .path("project");
    project
        .path("companies")
        .valueStream()
        .forEach(
            part -> companies.put(part.path("role").asString(), part.at("/company/id").asString()));
    project
        .path("areas")
        .valueStream()
        .flatMap(area -> area.path("systems").valueStream())
        .flatMap(system -> system.path("subsystems").valueStream())
        .forEach(
            subsystem -> {
              Map<String, String> tags = new LinkedHashMap<>();
              subsystem
                  .at("/equipments/nodes")
                  .valueStream()
                  .forEach(
                      equipment ->
                          tags.put(
                              equipment.path("tagId").asString(), equipment.path("id").asString()));
              equipments.put(subsystem.path("code").asString(), tags);
            });
  }

  /**
   * A protocol in every state; the first is the one that the README plays through, and one is its
   * supplier's to execute.
   */
  private void erectCompressorTrain() throws IOException {
    Map<String, String> tags = tags("GC-1001");
    create("C1", tags, "K-1001A", 2);
    steps.release(create("C1", "FORNECEDOR", tags, "KM-1001A", 2));
    Protocol failing = steps.fillBut(steps.release(create("C1", tags, "E-1001A", 1)), "1.1");
    pendencies.raise(failing, "1.1", "PA", "The foundation bolts are loose", today.plusDays(5));
    submitted(create("C1", tags, "V-1001A", 1));
    steps.approve(submitted(create("C1", tags, "PT-10011A", 0)));
    steps.validate(steps.approve(submitted(create("C1", tags, "PT-10012A", 0))));
    finished(create("C1", tags, "TT-10011A", -1));
    steps.reject(steps.approve(submitted(create("C1", tags, "VT-10011A", 0))));
    steps.cancel(create("C1", tags, "PSV-10011A", 1));
    steps.resume(steps.reopen(finished(create("C1", tags, "XV-10011A", -2))));
  }

  /** Erected: the gate to C2 is open. */
  private void commissionLubricatingOil() throws IOException {
    Map<String, String> tags = tags("GC-1002");
    int week = -6;
    for (String tag : tags.keySet()) {
      Protocol finished = finished(create("C1", tags, tag, week++));
      if (tag.equals("T-1001")) {
        pendencies.raiseAndClear(
            finished, "1.2", "PB", "The nameplate is painted over", today.minusDays(3));
      }
      if (tag.equals("PM-1001B")) {
        pendencies.raise(finished, "1.1", "PC", "A drip tray would help", today.plusMonths(2));
      }
    }
    finished(create("C2", tags, "P-1001A", -1));
    submitted(create("C2", tags, "P-1001B", 0));
    Protocol failing = steps.fillBut(steps.release(create("C2", tags, "LT-10013", 1)), "2.3");
    pendencies.raise(
        failing, "2.3", "PB", "The reading at 50 % is out of range", today.plusDays(9));
    steps.release(create("C2", tags, "PM-1001A", 1));
    steps.validate(steps.approve(submitted(create("C2", tags, "PDT-10014", 0))));
    pendencies.waive(tag(tags, "T-1001"), "C2", "A vessel has nothing to energize");
    steps.release(create("C3", tags, "P-1001A", 3));
    create("C4", tags, "P-1001A", 6);
  }

  /** Through all stages, without anything left. */
  private void acceptGlycolContactor() throws IOException {
    Map<String, String> tags = tags("DH-1101");
    int week = -16;
    for (String stage : List.of("C1", "C2", "C3", "C4")) {
      for (String tag : tags.keySet()) {
        Protocol protocol = create(stage, tags, tag, week);
        if (stage.equals("C1") && tag.equals("LV-11011")) {
          Protocol submitted = submitted(protocol);
          pendencies.raiseAndResolve(
              submitted, "1.1", "PA", "The valve sits against the flow", today.minusDays(90));
          steps.finish(steps.validate(steps.approve(submitted)));
        } else {
          finished(protocol);
        }
      }
      week += 3;
    }
  }

  private Protocol create(String stage, Map<String, String> tags, String tag, int week) {
    return create(stage, stage.equals("C1") ? "MONTADORA" : "COMISSIONADORA", tags, tag, week);
  }

  private Protocol create(
      String stage, String executor, Map<String, String> tags, String tag, int week) {
    return steps.create(
        Objects.requireNonNull(templates.get(stage)),
        Objects.requireNonNull(companies.get(executor)),
        tag(tags, tag),
        today.plusDays((long) week * WEEK));
  }

  private Protocol submitted(Protocol created) throws IOException {
    return steps.submit(steps.fill(steps.release(created)));
  }

  private Protocol finished(Protocol created) throws IOException {
    return steps.finish(steps.validate(steps.approve(submitted(created))));
  }

  private Map<String, String> tags(String subsystem) {
    return Objects.requireNonNull(equipments.get(subsystem), subsystem);
  }

  private static String tag(Map<String, String> tags, String tag) {
    return Objects.requireNonNull(tags.get(tag), tag);
  }
}
