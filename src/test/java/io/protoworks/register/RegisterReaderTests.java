package io.protoworks.register;

import static io.protoworks.register.RegisterFiles.csv;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole registers, as plants have them, from the file to records and problems. */
class RegisterReaderTests {

  @TempDir Path folder;

  private final List<RegisterRecord> records = new ArrayList<>();
  private final List<RegisterRowProblem> problems = new ArrayList<>();

  @Test
  void extractOfAMaintenanceSystem() throws IOException {
    read(
        csv(
            folder,
            """
            STATUS_ID,MS_AREA_ID,MS_SYSTEM_ID,MS_TAG_CREATED_DATE,MS_TAG_DESC,MS_TAG_ID,MS_TAG_ISACTIVE,MS_TAG_LOOP,MS_TAG_NAME,MS_TAG_COMMENT,MS_SYSTEM_CODE,MS_SYSTEM_NAME
            12,160,44,26/06/2009 15:36,Thrust bearing out,34,1,9611,23-TE-9611-04,,,
            12,160,44,26/06/2009 15:36,Seal gas heater,35,0,,23-TE-9614,"moved
            to skid 2, see list",,
            ,,44,,,,,,,,23,GAS COMPRESSION
            ,,,,,,,,,,,
            12,158,44,01/10/2012 08:00,Suction scrubber,36,1,9252,23-LT-9252,,,
            """));
    assertThat(records)
        .containsExactly(
            record("160", "9611", "23-TE-9611-04", "Thrust bearing out", true),
            record("160", "GENERAL", "23-TE-9614", "Seal gas heater", false),
            record("158", "9252", "23-LT-9252", "Suction scrubber", true));
    assertThat(problems).extracting(RegisterRowProblem::rowNumber).containsExactly(4L, 5L);
    assertThat(problems)
        .allSatisfy(
            problem -> {
              assertThat(problem.column()).isEqualTo("MS_TAG_NAME");
              assertThat(problem.code()).isEqualTo(RegisterProblemCode.REQUIRED_BLANK);
            });
  }

  @Test
  void listThatSomebodyKeepsInExcel() throws IOException {
    read(
        csv(
            folder,
            """
            LISTA DE TAGS;;;;;
            Projeto:;Plataforma Norte;Revisão:;3;;
            ;;;;;
            Área ;Sistema;Subsistema;TAG;Descrição;Ativo
            A1;10;-;P-101;Válvula 50 °C;Sim
            A1;10;96116;P-102;"Válvula 2""; aço";Não
            A1;10;96116;P-103;Válvula;talvez
            ;;;;;
            ;;;;;
            """,
            Charset.forName("windows-1252")));
    assertThat(records)
        .containsExactly(
            new RegisterRecord(
                "A1", null, "10", null, "GENERAL", null, "P-101", "Válvula 50 °C", null, true),
            new RegisterRecord(
                "A1", null, "10", null, "96116", null, "P-102", "Válvula 2\"; aço", null, false));
    assertThat(problems)
        .containsExactly(
            new RegisterRowProblem(
                7,
                "Ativo",
                RegisterField.ACTIVE,
                RegisterProblemCode.NOT_A_BOOLEAN,
                "talvez",
                "The active mark says neither yes nor no: write yes or no, 1 or 0, active or"
                    + " inactive."));
  }

  /** Imports a file by the mapping that is proposed for it. */
  private void read(Path file) throws IOException {
    List<RegisterRow> rows = RegisterFiles.rows(file);
    RegisterLayout layout = RegisterFiles.layout(file);
    RegisterMapping mapping =
        RegisterMappingProposer.propose(layout.headers(), rows, RegisterOptions.DETECT).mapping();
    RegisterRowMapper mapper = new RegisterRowMapper(mapping, layout, RegisterOptions.DETECT);
    for (RegisterRow row : rows) {
      switch (mapper.map(row)) {
        case RegisterRowOutcome.Accepted accepted -> records.add(accepted.record());
        case RegisterRowOutcome.Refused refused -> problems.addAll(refused.problems());
      }
    }
  }

  private static RegisterRecord record(
      String area, String subsystem, String tag, String application, boolean active) {
    return new RegisterRecord(
        area, null, "44", null, subsystem, null, tag, application, null, active);
  }
}
