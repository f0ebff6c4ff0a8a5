package io.protoworks.register;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The character set of a CSV file and the length of the mark that begins it. Without a mark the
 * whole file is looked at once: it is UTF-8 if every byte fits, and Windows-1252, which Excel
 * writes in the West, if one does not, however late it comes.
 */
record RegisterCharset(Charset charset, int markLength) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int BLOCK_LENGTH = 1 << 16;

  static RegisterCharset detect(Path file, @Nullable Charset chosen) throws IOException {
    RegisterCharset marked = marked(file);
    if (chosen == null) {
      return marked != null ? marked : new RegisterCharset(guess(file), 0);
    }
    if (marked != null && (marked.charset.equals(chosen) || chosen.name().equals("UTF-16"))) {
      return marked;
    }
    return new RegisterCharset(chosen, 0);
  }

  /** Reads the file; bytes that the set does not know at all become U+FFFD. */
  Reader open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try {
      bytes.skipNBytes(markLength);
    } catch (IOException | RuntimeException failure) {
      bytes.close();
      throw failure;
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    return new InputStreamReader(bytes, decoder);
  }

  private static @Nullable RegisterCharset marked(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] start = bytes.readNBytes(3);
      if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
        return new RegisterCharset(UTF_8, 3);
      }
      if (startsWith(start, 0xFF, 0xFE)) {
        return new RegisterCharset(UTF_16LE, 2);
      }
      return startsWith(start, 0xFE, 0xFF) ? new RegisterCharset(UTF_16BE, 2) : null;
    }
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    for (int index = 0; index < expected.length; index++) {
      if (index >= bytes.length || (bytes[index] & 0xFF) != expected[index]) {
        return false;
      }
    }
    return true;
  }

  private static Charset guess(Path file) throws IOException {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK_LENGTH);
    CharBuffer ignored = CharBuffer.allocate(BLOCK_LENGTH);
    boolean fits = true;
    try (InputStream input = Files.newInputStream(file)) {
      boolean more = true;
      while (more) {
        int kept = bytes.position();
        int count = input.read(bytes.array(), kept, bytes.remaining());
        more = count >= 0;
        bytes.position(kept + Math.max(0, count)).flip();
        refuseNul(bytes, kept);
        fits = fits && !decoder.decode(bytes, ignored.clear(), !more).isError();
        if (fits) {
          bytes.compact();
        } else {
          bytes.clear();
        }
      }
    }
    return fits ? UTF_8 : WINDOWS_1252;
  }

  private static void refuseNul(ByteBuffer bytes, int from) {
    for (int index = from; index < bytes.limit(); index++) {
      if (bytes.get(index) == 0) {
        throw new RegisterRefusedException(
            RegisterRefusal.UNKNOWN_BINARY,
            "The file begins like text but goes on with bytes that are none: save the register as"
                + " CSV or XLSX.");
      }
    }
  }
}
