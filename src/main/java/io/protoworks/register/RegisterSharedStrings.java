package io.protoworks.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

/**
 * The texts that the cells of a workbook refer to by number. They stay in memory as UTF-8 bytes one
 * after the other, which costs about what they weigh in the file and not a Java object for each.
 */
final class RegisterSharedStrings {

  private byte[] bytes = new byte[1 << 16];
  private int[] ends = new int[1 << 10];
  private int count;

  /** The texts of a workbook that has none. */
  static RegisterSharedStrings none() {
    return new RegisterSharedStrings();
  }

  static RegisterSharedStrings read(RegisterXml xml, RegisterLimits limits) throws IOException {
    RegisterSharedStrings strings = new RegisterSharedStrings();
    while (xml.toNextElement()) {
      if (xml.name().equals("si")) {
        strings.add(RegisterCellText.read(xml, "si", limits));
      }
    }
    return strings;
  }

  String get(int index) {
    if (index < 0 || index >= count) {
      throw RegisterZip.damaged();
    }
    int start = index == 0 ? 0 : ends[index - 1];
    return new String(bytes, start, ends[index] - start, UTF_8);
  }

  private void add(String text) {
    byte[] encoded = text.getBytes(UTF_8);
    int start = count == 0 ? 0 : ends[count - 1];
    int end = Math.addExact(start, encoded.length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, grown(bytes.length)));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, grown(ends.length));
    }
    System.arraycopy(encoded, 0, bytes, start, encoded.length);
    ends[count] = end;
    count++;
  }

  private static int grown(int length) {
    return Math.addExact(length, length / 2);
  }
}
