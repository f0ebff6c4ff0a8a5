package io.protoworks.register;

import static io.protoworks.register.RegisterFiles.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which column is which is proposed from the names and from what stands below them. */
class RegisterMappingTests {

  /** Names as a maintenance system gives them. */
  private static final List<String> EXTRACT =
      List.of(
          "ELC_STATUS_ID",
          "SOURCE_DB",
          "WMT_AREA_ID",
          "WMT_CATEGORY_ID",
          "WMT_SYSTEM_ID",
          "WMT_TAG_CREATED_DATE",
          "WMT_TAG_DESC",
          "WMT_TAG_ID",
          "WMT_TAG_ID_ANCESTOR",
          "WMT_TAG_ISACTIVE",
          "WMT_TAG_LOOP",
          "WMT_TAG_NAME",
          "WMT_TAG_COMMENT",
          "WMT_SYSTEM_ACTIVE",
          "WMT_SYSTEM_CODE",
          "WMT_LOCATION_ACTIVE",
          "WMT_LOCATION_NAME",
          "latestUpdateTimeSource");

  private static final List<RegisterRow> EXTRACT_ROWS =
      List.of(
          extract("1,db,16,11,44,26/06/2009 15:36,Seal gas heater,346434,1,1,96116,23-TE-1,,,,,,"),
          extract("1,db,16,11,44,26/06/2009 15:36,Thrust bearing,346435,1,0,,23-TE-2,x,,,,,"));

  @Test
  void namesAloneAreEnough() {
    assertThat(columns(EXTRACT, List.of()))
        .containsEntry(RegisterField.AREA_CODE, "WMT_AREA_ID")
        .containsEntry(RegisterField.SYSTEM_CODE, "WMT_SYSTEM_ID")
        .containsEntry(RegisterField.SUBSYSTEM_CODE, "WMT_TAG_LOOP")
        .containsEntry(RegisterField.TAG_ID, "WMT_TAG_NAME")
        .containsEntry(RegisterField.APPLICATION, "WMT_TAG_DESC")
        .containsEntry(RegisterField.ACTIVE, "WMT_TAG_ISACTIVE");
  }

  @Test
  void rowsMakeItSurer() {
    RegisterMappingProposal proposal =
        RegisterMappingProposer.propose(EXTRACT, EXTRACT_ROWS, RegisterOptions.DETECT);
    assertThat(proposal.mapping().columns())
        .containsOnly(
            Map.entry(RegisterField.AREA_CODE, "WMT_AREA_ID"),
            Map.entry(RegisterField.SYSTEM_CODE, "WMT_SYSTEM_ID"),
            Map.entry(RegisterField.SUBSYSTEM_CODE, "WMT_TAG_LOOP"),
            Map.entry(RegisterField.TAG_ID, "WMT_TAG_NAME"),
            Map.entry(RegisterField.APPLICATION, "WMT_TAG_DESC"),
            Map.entry(RegisterField.ACTIVE, "WMT_TAG_ISACTIVE"));
    assertThat(proposal.defaults())
        .containsOnly(Map.entry(RegisterField.SUBSYSTEM_CODE, "GENERAL"));
    assertThat(proposal.missingFields()).isEmpty();
    RegisterMappingProposal.Suggestion tag =
        proposal.findSuggestion(RegisterField.TAG_ID).orElseThrow();
    RegisterMappingProposal.Suggestion active =
        proposal.findSuggestion(RegisterField.ACTIVE).orElseThrow();
    assertThat(tag.isOptional()).isFalse();
    assertThat(active.isOptional()).isTrue();
    assertThat(active.confidence()).isLessThan(tag.confidence());
  }

  @Test
  void portuguese() {
    assertThat(
            columns(
                List.of(
                    "Área",
                    "Nome da Área",
                    "Sistema",
                    "Sub-Sistema",
                    "Malha",
                    "TAG Nº",
                    "Descrição do Equipamento",
                    "Disciplina",
                    "Ativo"),
                List.of()))
        .containsOnly(
            Map.entry(RegisterField.AREA_CODE, "Área"),
            Map.entry(RegisterField.AREA_NAME, "Nome da Área"),
            Map.entry(RegisterField.SYSTEM_CODE, "Sistema"),
            Map.entry(RegisterField.SUBSYSTEM_CODE, "Sub-Sistema"),
            Map.entry(RegisterField.TAG_ID, "TAG Nº"),
            Map.entry(RegisterField.APPLICATION, "Descrição do Equipamento"),
            Map.entry(RegisterField.DISCIPLINE_CODE, "Disciplina"),
            Map.entry(RegisterField.ACTIVE, "Ativo"));
  }

  @Test
  void english() {
    assertThat(
            columns(
                List.of(
                    "Area Code",
                    "Area Description",
                    "System No.",
                    "System name",
                    "Subsystem",
                    "Sub System Description",
                    "EquipmentTag",
                    "Service",
                    "Discipline",
                    "Status"),
                List.of()))
        .containsOnly(
            Map.entry(RegisterField.AREA_CODE, "Area Code"),
            Map.entry(RegisterField.AREA_NAME, "Area Description"),
            Map.entry(RegisterField.SYSTEM_CODE, "System No."),
            Map.entry(RegisterField.SYSTEM_NAME, "System name"),
            Map.entry(RegisterField.SUBSYSTEM_CODE, "Subsystem"),
            Map.entry(RegisterField.SUBSYSTEM_NAME, "Sub System Description"),
            Map.entry(RegisterField.TAG_ID, "EquipmentTag"),
            Map.entry(RegisterField.APPLICATION, "Service"),
            Map.entry(RegisterField.DISCIPLINE_CODE, "Discipline"),
            Map.entry(RegisterField.ACTIVE, "Status"));
  }

  @Test
  void statusThatSaysNeitherYesNorNoIsNotTheActiveMark() {
    List<RegisterRow> rows = List.of(new RegisterRow(2, List.of("P-1", "in design")));
    assertThat(columns(List.of("Tag", "Status"), rows)).doesNotContainKey(RegisterField.ACTIVE);
  }

  @Test
  void exportsNamesAreCertainEvenOverNumbersAndBlanks() {
    List<String> headers = RegisterWriter.headers().toList();
    List<RegisterRow> rows =
        List.of(new RegisterRow(2, List.of("1", "", "2", "", "3", "", "0012", "7", "", "")));
    RegisterMappingProposal proposal =
        RegisterMappingProposer.propose(headers, rows, RegisterOptions.DETECT);
    assertThat(proposal.suggestions())
        .extracting(RegisterMappingProposal.Suggestion::confidence)
        .hasSize(RegisterField.values().length)
        .containsOnly(1.0);
    assertThat(proposal.defaults()).isEmpty();
  }

  @Test
  void whatWasNotFoundIsListed() {
    RegisterMappingProposal proposal =
        RegisterMappingProposer.propose(
            List.of("Tag", "Colour"), List.of(), RegisterOptions.DETECT);
    assertThat(proposal.missingFields())
        .containsExactly(
            RegisterField.AREA_CODE, RegisterField.SYSTEM_CODE, RegisterField.APPLICATION);
  }

  @Test
  void mappingToAMissingColumnIsRefusedWithWhatIsNear() {
    RegisterMapping mapping =
        new RegisterMapping(Map.of(RegisterField.TAG_ID, "WMT_TAG_NAMES"), Map.of());
    RegisterRefusedException refusal = refusal(() -> mapper(mapping));
    assertThat(refusal.refusal()).isEqualTo(RegisterRefusal.UNKNOWN_COLUMN);
    assertThat(refusal).hasMessageStartingWith("The file has no column \"WMT_TAG_NAMES\": choose ");
    assertThat(refusal.nearMatches()).startsWith("WMT_TAG_NAME").hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void mappingToAColumnThatNothingIsNearListsThemAll() {
    RegisterMapping mapping = new RegisterMapping(Map.of(RegisterField.TAG_ID, "§"), Map.of());
    RegisterRefusedException refusal = refusal(() -> mapper(mapping));
    assertThat(refusal).hasMessageContaining("choose one of \"ELC_STATUS_ID\", \"SOURCE_DB\"");
    assertThat(refusal.nearMatches()).isEmpty();
  }

  @Test
  void requiredFieldWithoutColumnOrDefaultIsRefused() {
    RegisterMapping mapping =
        new RegisterMapping(Map.of(RegisterField.TAG_ID, "WMT_TAG_NAME"), Map.of());
    assertThat(refusal(() -> mapper(mapping)))
        .hasMessage(
            "Every row needs the area's code: choose the column that holds it, or a default value.")
        .extracting(RegisterRefusedException::refusal)
        .isEqualTo(RegisterRefusal.UNMAPPED_FIELD);
  }

  @Test
  void defaultThatNoRowCouldUseIsRefused() {
    RegisterMapping mapping =
        new RegisterMapping(Map.of(), Map.of(RegisterField.AREA_CODE, "A\u0007"));
    assertThat(refusal(() -> mapper(mapping)).refusal()).isEqualTo(RegisterRefusal.INVALID_MAPPING);
  }

  private static Map<RegisterField, String> columns(
      List<String> headers, List<RegisterRow> sample) {
    return RegisterMappingProposer.propose(headers, sample, RegisterOptions.DETECT)
        .mapping()
        .columns();
  }

  private static RegisterRowMapper mapper(RegisterMapping mapping) {
    RegisterLayout layout =
        new RegisterLayout(RegisterFormat.CSV, null, ',', List.of(), null, 1, EXTRACT);
    return new RegisterRowMapper(mapping, layout, RegisterOptions.DETECT);
  }

  private static RegisterRow extract(String line) {
    return new RegisterRow(2, new ArrayList<>(Stream.of(line.split(",", -1)).toList()));
  }
}
