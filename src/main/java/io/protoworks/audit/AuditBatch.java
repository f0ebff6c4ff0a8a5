package io.protoworks.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries as one statement appends them: an array per column. */
record AuditBatch(List<ChainedEntry> entries) {

  public AuditFacts facts() {
    return new AuditFacts(entries.stream().map(ChainedEntry::fact).toList());
  }

  public UUID[] headIds() {
    return entries.stream().map(ChainedEntry::headId).toArray(UUID[]::new);
  }

  public Long[] sequences() {
    return entries.stream().map(ChainedEntry::sequence).toArray(Long[]::new);
  }

  public String[] timestamps() {
    return entries.stream().map(entry -> entry.timestamp().toString()).toArray(String[]::new);
  }

  public @Nullable String[] prevChainHashes() {
    return entries.stream().map(ChainedEntry::prevChainHash).toArray(String[]::new);
  }

  public String[] chainHashes() {
    return entries.stream().map(ChainedEntry::chainHash).toArray(String[]::new);
  }
}
