/**
 * What is checked, and how: templates of protocols, in versions, with the items that each has.
 *
 * <p>Nouns: {@link io.protoworks.template.ItemConfig}.
 *
 * <p>Invariants: a code has at most one draft; what is published never changes, and what a protocol
 * was released from never goes back to draft. A config has the form of its item's type, and says
 * nothing that no value could meet.
 */
@ApplicationModule(
    allowedDependencies = {"platform", "identity", "audit", "attachment", "register"})
@NullMarked
package io.protoworks.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
