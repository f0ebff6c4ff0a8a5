/**
 * What was done, by whom, and the proof that nobody changed the record since.
 *
 * <p>Nouns: {@link io.protoworks.audit.AuditLog}, one entry of the log; its chain, one per project
 * and one, the global chain, for what is of no project; {@link io.protoworks.audit.SecurityEvent}.
 *
 * <p>Invariants: every change that a module records is in the log when its transaction commits, and
 * none that was refused; entries are never altered, which the database enforces and the chain
 * proves; a chain has no gaps and no forks; entries never hold a secret.
 *
 * <p>The proof: {@code chain_hash} is the SHA-256, in lower-case hexadecimal, of the previous
 * entry's {@code chain_hash} (64 ASCII letters; nothing for the first entry) followed by the entry
 * as canonical JSON (RFC 8785) in UTF-8. {@link io.protoworks.audit.AuditEntry} is that JSON.
 *
 * <p>A project's entries are read with {@code audit.read} in that project; the global chain and
 * security events with {@code security.read}.
 *
 * <p>Modules record changes through {@code platform}; those after this one declare their audit
 * trails with {@link io.protoworks.audit.AuditTrail}.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity"})
@NullMarked
package io.protoworks.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
