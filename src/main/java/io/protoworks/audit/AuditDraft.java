package io.protoworks.audit;

import io.protoworks.platform.Row;

/** A fact that was put aside, and its place among those of its transaction. */
record AuditDraft(long position, AuditFact fact) implements Row {}
