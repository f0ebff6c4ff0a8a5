package io.protoworks.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.Json;
import io.protoworks.platform.JsonForms;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterFormat;
import io.protoworks.register.RegisterOptions;
import io.protoworks.register.RegisterReader;
import io.protoworks.template.ItemConfig.CheckboxConfig;
import io.protoworks.template.ItemConfig.CheckboxLabels;
import io.protoworks.template.ItemConfig.DateConfig;
import io.protoworks.template.ItemConfig.NumberConfig;
import io.protoworks.template.ItemConfig.NumberRangeConfig;
import io.protoworks.template.ItemConfig.OutOfRange;
import io.protoworks.template.ItemConfig.PhotoCaptureConfig;
import io.protoworks.template.ItemConfig.PhotoSource;
import io.protoworks.template.ItemConfig.RangePoint;
import io.protoworks.template.ItemConfig.SignatureConfig;
import io.protoworks.template.ItemConfig.TextMultiConfig;
import io.protoworks.template.ItemConfig.TextSingleConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read of a check sheet, and what is wrong with one. */
class TemplateSheetReaderTests {
  private static final OffsetDateTime MOMENT =
      OffsetDateTime.of(2026, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);

  @TempDir Path folder;

  private TemplateSheetReader.Sheet read(String csv) throws IOException {
    return read(Files.writeString(folder.resolve("sheet"), csv, UTF_8));
  }

  private static TemplateSheetReader.Sheet read(Path file) throws IOException {
    try (RegisterReader rows =
        RegisterReader.open(file, RegisterOptions.DETECT, SheetWords::column)) {
      return TemplateSheetReader.read(rows);
    }
  }

  private static List<String> places(TemplateSheetReader.Sheet sheet) {
    return sheet.problems().stream()
        .map(problem -> "%d:%s".formatted(problem.rowNumber(), problem.columnName()))
        .toList();
  }

  private static CheckboxConfig check() {
    return (CheckboxConfig) ItemConfigReader.read(ItemType.CHECKBOX_OK_NOK_NA, (Json) null);
  }

  @Test
  void takesWhatEngineersWrite() throws IOException {
    TemplateSheetReader.Sheet sheet =
        read(
            """
            Check sheet of motors;;;;;;
            ;;;;;;
            Código;Descrição;Tipo;Obrigatório;Unit;Points;Energização
            A;Tight?;Verificação;sim;;;yes
            ;;;;;;
            B;Signal;Range;não;mA;0%:3.90..4.10; 50%:..12.5;
            """
                .replace("0%:3.90..4.10; 50%:..12.5", "\"0%:3.90..4.10; 50%:..12.5\""));
    assertThat(sheet.problems()).isEmpty();
    CheckboxConfig usual = check();
    assertThat(sheet.items())
        .containsExactly(
            new ItemDefinition(
                "A",
                "Tight?",
                null,
                true,
                new CheckboxConfig(
                    usual.naAllowed(),
                    usual.naRequiresNote(),
                    usual.nokRequiresPendency(),
                    usual.nokDefaultType(),
                    usual.photoOnNok(),
                    null,
                    true)),
            new ItemDefinition(
                "B",
                "Signal",
                null,
                false,
                new NumberRangeConfig(
                    "mA",
                    null,
                    List.of(
                        new RangePoint("0%", "3.90", "4.10"), new RangePoint("50%", null, "12.5")),
                    true,
                    OutOfRange.REQUIRE_PENDENCY,
                    PendencyType.PB,
                    false)));
  }

  @Test
  void putsItemsIntoTheOrderThatTheyName() throws IOException {
    TemplateSheetReader.Sheet sheet =
        read("code,description,type,order\nA,A,Check,20\nB,B,Check,3\nC,C,Check,100\n");
    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.items()).extracting(ItemDefinition::code).containsExactly("B", "A", "C");
  }

  /** A header and rows, parted by slashes, and where they are wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          code,description/A,A                                      | 1:item_type
          code,description,type,colour/A,A,Check,red                | 1:colour
          code,description,type,kind/A,A,Check,Check                | 1:kind
          code,description,type                                     | 1:null
          code,description,type/,A,Check/B,,Check/C,C,              | 2:code 3:description 4:type
          code,description,type/A,A,Spell                           | 2:type
          code,description,type/A,A,Check/B,B,Check/A,A,Check       | 4:code
          code,description,type/A,,Check/A,A,Check                  | 2:description 3:code
          code,description,type,required/A,A,Check,maybe            | 2:required
          code,description,type,order/A,A,Check,1/B,B,Check,1       | 3:order
          code,description,type,order/A,A,Check,1/B,B,Check,        | 3:order
          code,description,type,order/A,A,Check,/B,B,Check,7        | 2:order
          code,description,type,order/A,A,Check,first               | 2:order
          code,description,type,unit/A,A,Check,mA                   | 2:unit
          code,description,type,max length/A,A,Text,1.5/B,B,Text,0  | 2:max length 3:max length
          code,description,type,options/A,A,Text,red;red            |
          code,description,type,hard min,hard max/A,A,Number,9,8    | 2:hard max
          code,description,type,hard min/A,A,Number,1e3             | 2:hard min
          code,description,type,points/A,A,Range,0%:1-2             | 2:points
          code,description,type,points/A,A,Range,0%:9..8            | 2:points
          code,description,type,points/A,A,Range,                   | 2:points
          code,description,type,min photos,max photos/A,A,Photo,0,9 | 2:min photos
          code,description,type,earliest/A,A,Photo,2026-02-03       | 2:earliest
          code,description,type,earliest,latest/A,A,Date,2026-02-03,01.02.2026 | 2:latest
          code,description,type,earliest/A,A,Date,2026-02-30        | 2:earliest
          code,description,type,roles/A,A,Signature,KING            | 2:roles
          code,description,type,out of range/A,A,Range,explode      | 2:out of range
          code,description,type,label ok/A,A,Check,NOK              | 2:label ok
          code,description,type,/A,A,Check,stray                    | 2:null
          """)
  void tellsWhereItIsWrong(String sheet, String places) throws IOException {
    assertThat(places(read(sheet.replace('/', '\n') + "\n")))
        .containsExactlyElementsOf(
            places == null ? List.of() : Arrays.asList(places.split(" (?=\\d)", -1)));
  }

  @Test
  void takesNoMoreItemsThanATemplateHas() throws IOException {
    StringBuilder csv = new StringBuilder("code,description,type\n");
    for (int row = 0; row <= ItemDefinition.MOST_ITEMS; row++) {
      csv.append("I%d,Item,Check\n".formatted(row));
    }
    assertThat(places(read(csv.toString()))).containsExactly("502:null");
  }

  private static List<ItemDefinition> everyType() {
    List<ItemConfig> configs =
        List.of(
            check(),
            new CheckboxConfig(
                true,
                true,
                false,
                PendencyType.PA,
                true,
                new CheckboxLabels("=1+1", null, "-"),
                true),
            new TextSingleConfig(1, 9, "[^|]*.*", List.of("a|b", "c\\", "=1+1", "n/a", "ü;,\"")),
            new TextSingleConfig(null, null, null, List.of("-")),
            new TextMultiConfig(100),
            new NumberConfig("°C", 2, "-0.50", "100.00", true, true, true),
            new NumberRangeConfig(
                "%",
                3,
                List.of(
                    new RangePoint("0%; low", "-1.500", null),
                    new RangePoint("a:b..c\\", "0", "0.5"),
                    new RangePoint("=2", null, "3")),
                false,
                OutOfRange.WARN,
                PendencyType.PC,
                true),
            new PhotoCaptureConfig(2, 5, PhotoSource.CAMERA, true, true),
            new DateConfig(true, true, LocalDate.of(2026, 1, 2), LocalDate.of(2027, 12, 31)),
            new SignatureConfig(
                List.of(CompanyType.CLIENTE, CompanyType.FORNECEDOR),
                List.of(UserRole.CLIENT),
                "@me"));
    List<ItemDefinition> items = new ArrayList<>();
    for (ItemConfig config : configs) {
      String place = String.valueOf(items.size());
      items.add(
          new ItemDefinition(
              items.isEmpty() ? "=HYPERLINK(\"x\")" : "0" + place,
              items.isEmpty() ? " @SUM(A1),\r\nsecond\nthird \"line\" " : "+" + place,
              items.isEmpty() ? "'-" : null,
              items.size() % 2 == 0,
              config));
    }
    return items;
  }

  private static List<ProtocolTemplateItem> rows(List<ItemDefinition> items) {
    List<ProtocolTemplateItem> rows = new ArrayList<>();
    for (ItemDefinition item : items) {
      rows.add(
          new ProtocolTemplateItem(
              UUID.randomUUID(),
              UUID.randomUUID(),
              item.code(),
              item.description(),
              item.helpText(),
              rows.size() + 1,
              ItemType.of(item.config()),
              JsonForms.write(item.config()),
              item.required(),
              true,
              MOMENT,
              MOMENT,
              Viewer.SYSTEM_USER,
              Viewer.SYSTEM_USER));
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void readsBackWhatIsWritten(RegisterFormat format) throws IOException {
    Path file = folder.resolve("out");
    try (OutputStream output = Files.newOutputStream(file)) {
      TemplateSheetWriter.write(rows(everyType()), format, output);
    }
    TemplateSheetReader.Sheet sheet = read(file);
    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.items()).containsExactlyElementsOf(everyType());
    if (format == RegisterFormat.CSV) {
      assertThat(Files.readString(file)).doesNotContainPattern("[,\n]\"?[=+@-]");
    }
  }

  @Test
  void knowsWhatFitsIntoNoCell() {
    List<String> options = new ArrayList<>();
    for (int option = 0; option < ItemConfigRules.MOST_OPTIONS; option++) {
      options.add("%03d".formatted(option).repeat(ItemConfigRules.LONGEST_OPTION / 3));
    }
    List<ProtocolTemplateItem> items =
        rows(
            List.of(
                new ItemDefinition("A", "A", null, true, check()),
                new ItemDefinition(
                    "B", "B", null, true, new TextSingleConfig(null, null, null, options))));
    assertThat(TemplateSheetWriter.tooLong(items)).containsExactly("B");
  }
}
