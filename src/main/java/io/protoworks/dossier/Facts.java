package io.protoworks.dossier;

import io.protoworks.dossier.PaperFonts.Style;
import io.protoworks.dossier.PaperTable.Column;

/** What something is, word by word: two to a row. */
final class Facts {
  private final PaperTable table;
  private int facts;

  Facts(Paper paper) {
    table =
        paper.table(new Column("", 12), new Column("", 38), new Column("", 14), new Column("", 36));
  }

  Facts add(String word, String fact) {
    table.add(word, Style.SMALL).add(fact);
    facts++;
    if (facts % 2 == 0) {
      table.end();
    }
    return this;
  }

  void close() {
    if (facts % 2 != 0) {
      add("", "");
    }
    table.close();
  }
}
