package io.protoworks.register;

import static io.protoworks.register.RegisterFiles.bytes;
import static io.protoworks.register.RegisterFiles.cells;
import static io.protoworks.register.RegisterFiles.csv;
import static io.protoworks.register.RegisterFiles.layout;
import static io.protoworks.register.RegisterFiles.refusal;
import static io.protoworks.register.RegisterFiles.rows;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers come in the character set of whatever wrote them. */
class RegisterCharsetTests {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String CONTENT = "Tag;Descrição\nP-1;Válvula 50 °C – €\n";
  private static final List<List<String>> ROWS = List.of(List.of("P-1", "Válvula 50 °C – €"));

  @TempDir Path folder;

  @Test
  void plainUtf8() throws IOException {
    Path file = csv(folder, CONTENT);
    assertThat(layout(file).charset()).isEqualTo(UTF_8);
    assertThat(cells(file)).isEqualTo(ROWS);
  }

  @Test
  void marksAreNoPartOfTheFirstName() throws IOException {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      Path file = csv(folder, "\uFEFF" + CONTENT, charset);
      assertThat(layout(file).charset()).isEqualTo(charset);
      assertThat(layout(file).headers()).containsExactly("Tag", "Descrição");
      assertThat(cells(file)).isEqualTo(ROWS);
    }
  }

  @Test
  void windows1252() throws IOException {
    Path file = csv(folder, CONTENT, WINDOWS_1252);
    assertThat(layout(file).charset()).isEqualTo(WINDOWS_1252);
    assertThat(cells(file)).isEqualTo(ROWS);
  }

  @Test
  void oneByteThatIsNoUtf8AtTheVeryEndOfALongFileDecides() throws IOException {
    Path file =
        csv(folder, "Tag;Name\n" + "P-1;Pump\n".repeat(50_000) + "P-2;Válvula\n", WINDOWS_1252);
    List<RegisterRow> rows = rows(file);
    assertThat(rows.getLast().cells()).containsExactly("P-2", "Válvula");
    assertThat(rows.getLast().rowNumber()).isEqualTo(50_002);
  }

  @Test
  void characterAcrossTheBordersOfBlocksIsWhole() throws IOException {
    for (int shift = 0; shift < 4; shift++) {
      Path file = csv(folder, "Tag;Name" + "x".repeat(shift) + "\n" + "P-1;€€€€\n".repeat(9_000));
      assertThat(layout(file).charset()).isEqualTo(UTF_8);
      assertThat(rows(file)).hasSize(9_000).allMatch(row -> row.cells().get(1).equals("€€€€"));
    }
  }

  @Test
  void characterCutOffAtTheEndIsNoUtf8() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write("Tag;Name\nP-1;Pump ".getBytes(UTF_8));
    content.write(0xC3);
    assertThat(layout(bytes(folder, content.toByteArray())).charset()).isEqualTo(WINDOWS_1252);
  }

  @Test
  void callerKnowsBetter() throws IOException {
    Path file = csv(folder, CONTENT.replace("€", "x").replace("–", "x"), Charset.forName("IBM850"));
    RegisterOptions options = RegisterOptions.DETECT.withCharset(Charset.forName("IBM850"));
    assertThat(rows(file, options).getFirst().cells()).containsExactly("P-1", "Válvula 50 °C x x");
  }

  @Test
  void callerMaySayUtf16ForAFileWithoutAMark() throws IOException {
    Path file = csv(folder, CONTENT, UTF_16LE);
    RegisterOptions options = RegisterOptions.DETECT.withCharset(UTF_16LE);
    assertThat(rows(file, options).getFirst().cells()).isEqualTo(ROWS.getFirst());
  }

  @Test
  void wrongChoiceIsRefusedWithTheRow() throws IOException {
    Path file = csv(folder, CONTENT, WINDOWS_1252);
    RegisterOptions options = RegisterOptions.DETECT.withCharset(UTF_8);
    assertThat(refusal(() -> rows(file, options)).refusal())
        .isEqualTo(RegisterRefusal.WRONG_CHARSET);
  }
}
