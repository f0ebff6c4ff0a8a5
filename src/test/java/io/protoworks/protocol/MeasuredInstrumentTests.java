package io.protoworks.protocol;

import static io.protoworks.protocol.Instruments.CHANGE;
import static io.protoworks.protocol.Instruments.DEACTIVATE;
import static io.protoworks.protocol.Instruments.asking;
import static io.protoworks.testing.Refusals.assertRefusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Instruments.Bench;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Waiting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What measured stays what it was then, as long as a value names it. */
@ServerTest
class MeasuredInstrumentTests {
  @Autowired Instruments instruments;
  @Autowired Play play;
  @Autowired Waiting waiting;
  @Autowired JdbcClient database;
  @Autowired TransactionOperations transactions;

  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = instruments.bench();
  }

  private void assertIsKept(String mutation, Map<String, Object> input, String field, int... by) {
    List<String> blockers =
        Arrays.stream(by)
            .mapToObj(index -> "{\"id\": \"%s\"}".formatted(bench.item(index).id()))
            .toList();
    bench.assertUnchanged(
        () ->
            asking(bench.technician(), mutation, input)
                .execute()
                .path(mutation)
                .matchesJson(
                    """
                    {"instrument": null,
                     "errors": [{"__typename": "InTheWay", "code": "IN_THE_WAY", "path": ["input", "%s"],
                                 "message": "%s", "blockerCount": %d, "blockers": %s}]}
                    """
                        .formatted(
                            field, ProtocolInstrumentService.MEASURED, by.length, blockers)));
  }

  @ParameterizedTest
  @CsvSource({
    "serialNumber, SN-9",
    "certificateNumber, C-9",
    "calibratedOn, 2026-02-01",
    "calibrationDueOn, 2099-07-01"
  })
  void areNotGivenAnotherCalibrationWhileAValueNamesThem(String field, String value) {
    assertThat(bench.fill(0, bench.instrument())).isEmpty();
    assertThat(bench.fill(1, bench.instrument())).isEmpty();
    assertIsKept(CHANGE, bench.changing(1, Map.of(field, value)), field, 0, 1);
    assertThat(bench.fill(1, bench.add("SN-2"))).isEmpty();
    assertIsKept(CHANGE, bench.changing(1, Map.of(field, value)), field, 0);
    assertThat(bench.give(0, Map.of())).isEmpty();
    asking(bench.technician(), CHANGE, bench.changing(1, Map.of(field, value)))
        .execute()
        .path(CHANGE)
        .matchesJson("{\"instrument\": {\"%s\": \"%s\"}, \"errors\": []}".formatted(field, value));
  }

  @Test
  void areCalledSomethingElseWhileAValueNamesThem() {
    assertThat(bench.fill(0, bench.instrument())).isEmpty();
    asking(bench.technician(), CHANGE, bench.changing(1, Map.of("name", "Insulation tester")))
        .execute()
        .path(CHANGE)
        .matchesJson("{\"instrument\": {\"name\": \"Insulation tester\"}, \"errors\": []}");
  }

  @Test
  void areNotTakenOutOfUseWhileAValueNamesThem() {
    assertThat(bench.fill(1, bench.instrument())).isEmpty();
    assertIsKept(DEACTIVATE, bench.deactivating(1), "id", 1);
    assertThat(bench.fill(1, bench.add("SN-2"))).isEmpty();
    asking(bench.technician(), DEACTIVATE, bench.deactivating(1))
        .execute()
        .path(DEACTIVATE)
        .matchesJson("{\"instrument\": {\"isActive\": false}, \"errors\": []}");
  }

  /** Whoever writes: the database itself refuses. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "serial_number = 'SN-9'",
        "certificate_number = null",
        "calibrated_on = null",
        "calibration_due_on = '2099-07-01'",
        "is_active = false"
      })
  void theDatabaseKeepsThemWhileAValueNamesThem(String assignment) {
    assertThat(bench.fill(0, bench.instrument())).isEmpty();
    assertRefusedBy("protocol_instruments_measured_check", () -> bench.update(assignment));
    bench.update("name = 'Insulation tester'");
    assertThat(bench.give(0, Map.of())).isEmpty();
    bench.update(assignment);
  }

  /** What somebody tries while a value that names the instrument is under way. */
  private <T> CompletableFuture<T> whileAValueIsGiven(Supplier<T> attempt) {
    assertThat(bench.fill(0, bench.add("SN-2"))).isEmpty();
    UUID item = TypeId.parse(bench.item(0).id()).uuid();
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              bench.measureWith(bench.instrument(), item);
              return waiting.start(attempt);
            }));
  }

  @Test
  void waitForTheValueUnderWay() {
    whileAValueIsGiven(
            () -> asking(bench.technician(), DEACTIVATE, bench.deactivating(1)).execute())
        .join()
        .path(DEACTIVATE + ".errors[*].code")
        .entityList(String.class)
        .isEqualTo(List.of("IN_THE_WAY"));
  }

  @Test
  void waitInTheDatabaseForTheValueUnderWay() {
    CompletableFuture<Integer> other = whileAValueIsGiven(() -> bench.update("is_active = false"));
    assertRefusedBy("protocol_instruments_measured_check", other::join);
  }

  /** The day is that of UTC, whatever the clock on the wall says. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-30T20:59:59-03:00, ''",
    "2026-06-30T21:00:00-03:00, INSTRUMENTS_OUT_OF_DATE",
    "2026-07-01T08:59:59+09:00, ''",
    "2026-07-01T09:00:00+09:00, INSTRUMENTS_OUT_OF_DATE"
  })
  void wereInDateOnTheDayOfTheValue(String filledAt, String blocker) {
    bench.update("calibration_due_on = '2026-06-30'");
    String inDate = bench.add("SN-2");
    assertThat(bench.fill(0, inDate)).isEmpty();
    assertThat(bench.fill(1, inDate)).isEmpty();
    UUID item = TypeId.parse(bench.item(0).id()).uuid();
    bench.measureWith(bench.instrument(), item);
    database
        .sql("update protocol.protocol_items set filled_at = ?::timestamptz where id = ?")
        .params(filledAt, item)
        .update();
    assertThat(play.blockers(bench.technician(), "submitProtocol", bench.protocol(), Map.of()))
        .isEqualTo(blocker.isEmpty() ? List.of() : List.of(blocker));
  }
}
