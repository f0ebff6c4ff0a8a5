package io.protoworks.register;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of a workbook. Whatever is read of them is counted as it is unpacked, so that a zip
 * bomb is refused after the limit and not after the memory; what the archive claims to unpack to is
 * never believed.
 */
final class RegisterZip implements AutoCloseable {

  /** A part this small may be as dense as it likes. */
  private static final long DENSE_ALLOWANCE = 1L << 20;

  private static final int END_LENGTH = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final int LARGE_LOCATOR_LENGTH = 20;
  private static final int LARGE_LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LARGE_END_LENGTH = 56;
  private static final int BYTES_PER_DIRECTORY_ENTRY = 1024;

  private final ZipFile file;
  private final RegisterLimits limits;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private long unpacked;

  private RegisterZip(ZipFile file, RegisterLimits limits) {
    this.file = file;
    this.limits = limits;
    for (ZipEntry entry : Collections.list(file.entries())) {
      entries.putIfAbsent(key(entry.getName()), entry);
    }
  }

  static RegisterZip open(Path path, RegisterLimits limits) throws IOException {
    try {
      refuseHugeDirectory(path, limits);
      return new RegisterZip(new ZipFile(path.toFile()), limits);
    } catch (ZipException | EOFException broken) {
      throw damaged();
    }
  }

  static RegisterRefusedException damaged() {
    return new RegisterRefusedException(
        RegisterRefusal.DAMAGED_FILE,
        "The workbook is damaged or cut off: open it in a spreadsheet program, save it again and"
            + " send that.");
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  /** The unpacked bytes of a part, of which no more than the limits allow can be read. */
  InputStream read(String name, long maxBytes) throws IOException {
    ZipEntry entry = entries.get(key(name));
    if (entry == null) {
      throw damaged();
    }
    try {
      return new CountedStream(file.getInputStream(entry), entry.getCompressedSize(), maxBytes);
    } catch (ZipException broken) {
      throw damaged();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Some programs do not keep to the case of part names. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The directory of an archive is read as a whole; its size stands at the archive's end. */
  private static void refuseHugeDirectory(Path path, RegisterLimits limits) throws IOException {
    try (RandomAccessFile archive = new RandomAccessFile(path.toFile(), "r")) {
      int tailLength = (int) Math.min(archive.length(), END_LENGTH + MAX_COMMENT);
      ByteBuffer tail = bytesAt(archive, archive.length() - tailLength, tailLength);
      int end = tailLength - END_LENGTH;
      while (end >= 0 && !isEnd(tail, end)) {
        end--;
      }
      if (end < 0) {
        throw damaged();
      }
      long count = Short.toUnsignedLong(tail.getShort(end + 10));
      long size = Integer.toUnsignedLong(tail.getInt(end + 12));
      int locator = end - LARGE_LOCATOR_LENGTH;
      if (locator >= 0 && tail.getInt(locator) == LARGE_LOCATOR_SIGNATURE) {
        ByteBuffer large = bytesAt(archive, tail.getLong(locator + 8), LARGE_END_LENGTH);
        count = Math.max(count, large.getLong(32));
        size = large.getLong(40);
      }
      boolean huge = size > (long) limits.maxZipEntries() * BYTES_PER_DIRECTORY_ENTRY;
      if (count > limits.maxZipEntries() || count < 0 || size < 0 || huge) {
        throw new RegisterRefusedException(
            RegisterRefusal.TOO_MANY_PARTS,
            "The workbook has more than %d parts: copy the register into a new one."
                .formatted(limits.maxZipEntries()));
      }
    }
  }

  private static boolean isEnd(ByteBuffer tail, int offset) {
    return tail.getInt(offset) == END_SIGNATURE
        && offset + END_LENGTH + Short.toUnsignedInt(tail.getShort(offset + 20)) == tail.capacity();
  }

  private static ByteBuffer bytesAt(RandomAccessFile archive, long offset, int count)
      throws IOException {
    if (offset < 0) {
      throw damaged();
    }
    byte[] bytes = new byte[count];
    archive.seek(offset);
    archive.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private final class CountedStream extends FilterInputStream {

    private final long compressedSize;
    private final long maxBytes;
    private long count;

    CountedStream(InputStream bytes, long compressedSize, long maxBytes) {
      super(bytes);
      this.compressedSize = compressedSize;
      this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int read = super.read(target, offset, length);
        add(Math.max(0, read));
        return read;
      } catch (ZipException | EOFException broken) {
        throw damaged();
      }
    }

    @Override
    public long skip(long bytes) throws IOException {
      return Math.max(0, read(new byte[Math.clamp(bytes, 0, 8192)]));
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void add(int bytes) {
      count += bytes;
      unpacked += bytes;
      boolean tooDense =
          count > DENSE_ALLOWANCE && count / limits.maxCompressionRatio() > compressedSize;
      if (tooDense || count > maxBytes || unpacked > limits.maxUncompressedBytes()) {
        throw new RegisterRefusedException(
            RegisterRefusal.EXPANDS_TOO_MUCH,
            "The workbook unpacks to far more than a register needs: copy the register's cells into"
                + " a new workbook, or send it as CSV.");
      }
    }
  }
}
