/**
 * What is wrong or missing, who has to mend it, and who found it mended: pendencies at items of
 * protocols, or at equipments where a walk-down found something that no item asks for.
 *
 * <p>Nouns: {@link io.protoworks.pendency.Pendency}, {@link
 * io.protoworks.pendency.PendencyHistory}.
 *
 * <p>Invariants, which the database keeps: a pendency is never deleted, and a resolved one never
 * changes; who verifies is another person than who cleared; a PA is made less only when a second
 * person confirms it; what is open is counted, per stage, protocol, item and day, in the
 * transaction that changes it. Whoever sees a protocol sees its pendencies, and nobody else.
 *
 * <p>Whoever changes a pendency locks its subsystem first: gates are judged before the commit.
 * Rules are plain Java: {@code PendencyParties} for who may do something, {@code PendencyRules} for
 * when.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "identity",
      "audit",
      "plant",
      "attachment",
      "template",
      "completion",
      "protocol"
    })
@NullMarked
package io.protoworks.pendency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
