package io.protoworks.register;

/**
 * What a register file may cost to read. Every limit is enforced while reading, so that a hostile
 * file is refused before it has used the memory that it asks for.
 *
 * @param maxFileBytes size of the file as it was sent
 * @param maxUncompressedBytes bytes that all parts of a workbook together may unpack to
 * @param maxCompressionRatio how many times larger than its compressed bytes a part may become
 * @param maxZipEntries parts of a workbook
 * @param maxSharedStringsBytes unpacked size of the one part that is kept in memory as a whole
 * @param maxRows rows of the file, counted from its first line
 * @param maxColumns columns that hold a value
 * @param maxCellLength characters of one cell
 * @param maxRowLength characters of all cells of one row
 */
record RegisterLimits(
    long maxFileBytes,
    long maxUncompressedBytes,
    int maxCompressionRatio,
    int maxZipEntries,
    long maxSharedStringsBytes,
    long maxRows,
    int maxColumns,
    int maxCellLength,
    int maxRowLength) {

  private static final long MEBIBYTE = 1L << 20;

  /** Rows and characters of a cell are those of Excel; the rest leaves an LNG plant ample room. */
  static final RegisterLimits DEFAULTS =
      new RegisterLimits(
          256 * MEBIBYTE,
          512 * MEBIBYTE,
          200,
          10_000,
          64 * MEBIBYTE,
          1_048_576,
          1_000,
          32_767,
          1_000_000);
}
