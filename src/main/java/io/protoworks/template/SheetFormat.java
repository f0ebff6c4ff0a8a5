package io.protoworks.template;

/** What a check sheet is written as. */
enum SheetFormat {
  CSV,
  XLSX
}
