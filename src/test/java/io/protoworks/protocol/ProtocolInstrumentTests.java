package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.protocol.Instruments.ADD;
import static io.protoworks.protocol.Instruments.CHANGE;
import static io.protoworks.protocol.Instruments.DEACTIVATE;
import static io.protoworks.protocol.Instruments.asking;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Instruments.Bench;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The instruments of a protocol, kept by its executor for as long as values can be given. */
@ServerTest
class ProtocolInstrumentTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Instruments instruments;

  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = instruments.bench();
  }

  @Test
  void areAddedChangedAndTakenOutOfUse() {
    Map<String, Object> emptied = bench.changing(1, Map.of("name", "Insulation tester"));
    emptied.remove("certificateNumber");
    emptied.remove("calibratedOn");
    asking(bench.technician(), CHANGE, emptied)
        .execute()
        .path(CHANGE)
        .matchesJson(
            """
            {"instrument": {"id": "%s", "name": "Insulation tester", "serialNumber": "SN-1",
                            "certificateNumber": null, "calibratedOn": null, "calibrationDueOn": "2099-06-30",
                            "isActive": true, "version": 2},
             "errors": []}
            """
                .formatted(bench.instrument()));
    asking(bench.technician(), DEACTIVATE, bench.deactivating(2))
        .execute()
        .path(DEACTIVATE)
        .matchesJson("{\"instrument\": {\"isActive\": false, \"version\": 3}, \"errors\": []}");
    bench.assertUnchanged(
        () ->
            asking(bench.technician(), DEACTIVATE, bench.deactivating(3))
                .execute()
                .path(DEACTIVATE)
                .matchesJson("{\"instrument\": {\"version\": 3}, \"errors\": []}"));
    assertThat(bench.trail())
        .containsExactly(
            "protocol_instrument.created CREATE Megger",
            "protocol_instrument.changed UPDATE Megger Insulation tester",
            "protocol_instrument.deactivated DELETE Insulation tester Insulation tester");
    assertThat(bench.fill(0, bench.instrument())).containsExactly("UNKNOWN_REFERENCE");
    assertThat(bench.add("SN-1")).isNotEqualTo(bench.instrument());
  }

  @ParameterizedTest
  @CsvSource({
    "name, ' ', INVALID_INPUT",
    "serialNumber, ' SN-3', INVALID_INPUT",
    "certificateNumber, 'C-1 ', INVALID_INPUT",
    "calibrationDueOn, 2026-01-30, INVALID_INPUT",
    "serialNumber, SN-2, NOT_UNIQUE"
  })
  void whatDoesNotFitIsRefused(String field, String value, String code) {
    bench.add("SN-2");
    Map<String, Object> another = new HashMap<>(bench.adding("SN-3"));
    another.put(field, value);
    bench.assertUnchanged(
        () -> {
          assertRefused(asking(bench.technician(), ADD, another), ADD, code);
          assertRefused(
              asking(bench.technician(), CHANGE, bench.changing(1, Map.of(field, value))),
              CHANGE,
              code);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {ADD, CHANGE, DEACTIVATE})
  void areTheExecutorsAlone(String mutation) {
    Map<String, Object> input = bench.input(mutation, 1);
    bench.assertUnchanged(
        () -> {
          assertFails(asking(api.anonymous(), mutation, input), "UNAUTHENTICATED");
          assertRefused(
              asking(api.as(people.stranger().token()), mutation, input),
              mutation,
              "UNKNOWN_REFERENCE");
          for (GraphQlTester other :
              List.of(
                  bench.cast().as(GERENCIADORA, UserRole.ENGINEERING),
                  bench.cast().as(MONTADORA, UserRole.CLIENT))) {
            assertFails(asking(other, mutation, input), "FORBIDDEN");
          }
        });
    asking(bench.technician(), mutation, input)
        .execute()
        .path(mutation + ".errors")
        .entityList(Object.class)
        .hasSize(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {CHANGE, DEACTIVATE})
  void areShownAsTheyAreToWhoeverIsLate(String mutation) {
    bench.assertUnchanged(
        () ->
            asking(bench.technician(), mutation, bench.input(mutation, 7))
                .execute()
                .path(mutation)
                .matchesJson(
                    """
                    {"instrument": null, "errors": [{"code": "STALE_VERSION", "current": {"id": "%s"}}]}
                    """
                        .formatted(bench.instrument())));
  }

  @ParameterizedTest
  @ValueSource(strings = {ADD, CHANGE, DEACTIVATE})
  void stayOnceTheProtocolTakesNoValues(String mutation) {
    assertThat(bench.fill(0, bench.instrument())).isEmpty();
    assertThat(bench.fill(1, bench.instrument())).isEmpty();
    bench.cast().submit(ProtocolType.C1, bench.protocol());
    bench.assertUnchanged(
        () ->
            assertRefused(
                asking(bench.technician(), mutation, bench.input(mutation, 1)),
                mutation,
                "TRANSITION_BLOCKED"));
  }
}
