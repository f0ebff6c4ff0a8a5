package io.protoworks.register;

import static io.protoworks.register.RegisterFiles.bytes;
import static io.protoworks.register.RegisterFiles.csv;
import static io.protoworks.register.RegisterFiles.refusal;
import static io.protoworks.register.RegisterFiles.xlsx;
import static io.protoworks.register.RegisterFiles.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is what its content says, and what cannot be a register is refused by what it is. */
class RegisterFormatTests {

  private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  @TempDir Path folder;

  @Test
  void textIsCsvWhateverItsNameSays() throws IOException {
    Path file = Files.writeString(folder.resolve("register.xlsx"), "Tag;Area\nP-1;A1\n");
    assertThat(recognise(file)).isEqualTo(RegisterFormat.CSV);
  }

  @Test
  void csvMayBeginWithLettersThatAlsoBeginAnArchive() throws IOException {
    assertThat(recognise(csv(folder, "PK,Tag\n1,P-1\n"))).isEqualTo(RegisterFormat.CSV);
  }

  @Test
  void workbookIsXlsxWhateverItsNameSays() throws IOException {
    Path file = folder.resolve("register.csv");
    Files.copy(xlsx(folder, RegisterFiles.row("Tag")), file);
    assertThat(recognise(file)).isEqualTo(RegisterFormat.XLSX);
  }

  @ParameterizedTest
  @CsvSource({
    "'%PDF-1.7 ', OTHER_DOCUMENT",
    "'{\\rtf1', OTHER_DOCUMENT",
    "'\u0089PNG\r\n', IMAGE",
    "'\u00FF\u00D8\u00FF\u00E0', IMAGE",
    "'GIF89a', IMAGE",
    "'\u001F\u008B\b', ARCHIVE",
    "'Rar!\u001A', ARCHIVE",
    "'<html><table>', MARKUP",
    "'  <?xml version=\"1.0\"?><Workbook/>', MARKUP",
    "'\u00EF\u00BB\u00BF<!DOCTYPE html>', MARKUP",
  })
  void whatIsNoRegisterIsRefusedByItsFirstBytes(String start, RegisterRefusal expected)
      throws IOException {
    assertThat(refusalOf(bytes(folder, start.getBytes(ISO_8859_1)))).isEqualTo(expected);
  }

  @Test
  void emptyFileIsRefused() throws IOException {
    assertThat(refusalOf(bytes(folder, new byte[0]))).isEqualTo(RegisterRefusal.EMPTY_FILE);
  }

  @Test
  void bytesOfNoKnownFormatAreRefused() throws IOException {
    byte[] random = new byte[20_000];
    new Random(7).nextBytes(random);
    random[0] = 'x';
    assertThat(refusalOf(bytes(folder, random))).isEqualTo(RegisterRefusal.UNKNOWN_BINARY);
  }

  @Test
  void nulByteBeyondTheFirstBlockIsNoTextEither() throws IOException {
    String content = "Tag;Area\n" + "P-1;A1\n".repeat(20_000) + "\0\n";
    assertThat(RegisterFiles.refusalOf(csv(folder, content)))
        .isEqualTo(RegisterRefusal.UNKNOWN_BINARY);
  }

  @Test
  void oldWorkbookAndEncryptedWorkbookAreToldApart() throws IOException {
    byte[] old = (OLE + "\0".repeat(9000) + "Workbook").getBytes(ISO_8859_1);
    assertThat(refusalOf(bytes(folder, old))).isEqualTo(RegisterRefusal.LEGACY_WORKBOOK);

    String stream = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);
    for (int offset : new int[] {504, 8170, 8184, 20_000}) {
      byte[] encrypted = (OLE + "\0".repeat(offset) + stream + "\0").getBytes(ISO_8859_1);
      assertThat(refusalOf(bytes(folder, encrypted))).isEqualTo(RegisterRefusal.ENCRYPTED_WORKBOOK);
    }
  }

  @Test
  void archiveWithAPasswordIsRefusedAsEncrypted() throws IOException {
    byte[] content = Files.readAllBytes(xlsx(folder, RegisterFiles.row("Tag")));
    content[6] |= 1;
    assertThat(refusalOf(bytes(folder, content))).isEqualTo(RegisterRefusal.ENCRYPTED_WORKBOOK);
  }

  @Test
  void otherArchivesAreToldApart() throws IOException {
    assertThat(refusalOf(zip(folder, Map.of("photo.jpg", "x")))).isEqualTo(RegisterRefusal.ARCHIVE);
    assertThat(refusalOf(zip(folder, Map.of("[Content_Types].xml", "x", "word/document.xml", "x"))))
        .isEqualTo(RegisterRefusal.OTHER_DOCUMENT);
    assertThat(refusalOf(zip(folder, Map.of("[Content_Types].xml", "x", "xl/workbook.bin", "x"))))
        .isEqualTo(RegisterRefusal.BINARY_WORKBOOK);
    assertThat(refusalOf(zip(folder, Map.of("mimetype", "x", "content.xml", "x"))))
        .isEqualTo(RegisterRefusal.OPEN_DOCUMENT);
  }

  @Test
  void cutOffWorkbookIsRefusedAsDamaged() throws IOException {
    byte[] whole = Files.readAllBytes(xlsx(folder, RegisterFiles.row("Tag")));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(refusalOf(bytes(folder, half))).isEqualTo(RegisterRefusal.DAMAGED_FILE);
  }

  @Test
  void refusalIsASentenceThatSaysWhatToDo() throws IOException {
    Path file = bytes(folder, "%PDF-1.7".getBytes(ISO_8859_1));
    assertThat(refusal(() -> recognise(file)))
        .hasMessage(
            "The file is a document and no table: save the register as CSV or XLSX, without a"
                + " password.");
  }

  @Test
  void fileOverTheLimitIsRefusedUnread() throws IOException {
    Path file = folder.resolve("huge");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }
    assertThat(refusalOf(file)).isEqualTo(RegisterRefusal.FILE_TOO_LARGE);
  }

  private static RegisterFormat recognise(Path file) throws IOException {
    return RegisterFormat.recognise(file, RegisterOptions.DETECT, RegisterLimits.DEFAULTS);
  }

  private static RegisterRefusal refusalOf(Path file) {
    return refusal(() -> recognise(file)).refusal();
  }
}
