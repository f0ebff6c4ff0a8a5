package io.protoworks.register;

/** Why a whole register file, or what was asked of it, is refused. */
public enum RegisterRefusal {
  /** The file has no bytes. */
  EMPTY_FILE,
  /** The file is larger than the limit. */
  FILE_TOO_LARGE,
  /** A workbook of Excel 97 to 2003 (.xls). */
  LEGACY_WORKBOOK,
  /** A workbook that is protected by a password. */
  ENCRYPTED_WORKBOOK,
  /** A binary workbook (.xlsb). */
  BINARY_WORKBOOK,
  /** A spreadsheet in the OpenDocument format (.ods). */
  OPEN_DOCUMENT,
  /** A document that is no table: PDF, Word, PowerPoint, RTF. */
  OTHER_DOCUMENT,
  /** A picture. */
  IMAGE,
  /** An archive of files. */
  ARCHIVE,
  /** HTML or XML, even if its name says .xls or .csv. */
  MARKUP,
  /** Bytes that are no text and no known format. */
  UNKNOWN_BINARY,
  /** A file of a known format that is cut off or breaks the format's rules. */
  DAMAGED_FILE,
  /** The text holds bytes that the chosen character set does not have. */
  WRONG_CHARSET,
  /** A workbook that would unpack to more than the limit: a zip bomb. */
  EXPANDS_TOO_MUCH,
  /** A workbook of more parts, or of more kinds of parts, than the limit. */
  TOO_MANY_PARTS,
  /** Markup in a workbook that no spreadsheet program writes, such as a document type. */
  FORBIDDEN_MARKUP,
  /** More rows than the limit. */
  TOO_MANY_ROWS,
  /** A row with more columns than the limit. */
  TOO_MANY_COLUMNS,
  /** A cell with more characters than the limit, or a quoted cell that never ends. */
  CELL_TOO_LONG,
  /** A row with more characters than the limit. */
  ROW_TOO_LONG,
  /** No row looks like the names of columns, or the row that was named as such is blank. */
  NO_HEADER,
  /** Two columns have the same name. */
  DUPLICATE_HEADER,
  /** The workbook has no sheet of the name that was asked for. */
  UNKNOWN_SHEET,
  /** The mapping names a column that the file does not have. */
  UNKNOWN_COLUMN,
  /** A required field has neither a column nor a default value. */
  UNMAPPED_FIELD,
  /** A default value that cannot be used, or a field that the mapping names twice. */
  INVALID_MAPPING,
  /** An option that cannot be used. */
  INVALID_OPTION
}
