/**
 * What was checked, by whom and with which result: protocols, their items with their values, their
 * instruments, signatures and history.
 *
 * <p>Nouns: {@link io.protoworks.protocol.Protocol}, {@link
 * io.protoworks.protocol.ProtocolEquipmentCompany}, {@link io.protoworks.protocol.ProtocolItem},
 * {@link io.protoworks.protocol.ProtocolInstrument}, {@link
 * io.protoworks.protocol.ProtocolSignature}, {@link io.protoworks.protocol.ProtocolStatusHistory}.
 *
 * <p>Invariants, which the database keeps: a protocol only takes steps that its state machine has,
 * and its history ends at its status; what was submitted does not change, and what was signed is
 * what is stored; each signature of a round is another person's, in order. What a viewer may not
 * see does not exist for them: every statement asks {@code ProtocolMapper.visible}.
 *
 * <p>Whoever takes a step locks the subsystem first, then the protocol, then its items. Rules are
 * plain Java: {@code ProtocolRules} and {@code ProtocolParties} for steps, {@code ItemJudge} for
 * values.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "identity",
      "audit",
      "plant",
      "attachment",
      "template",
      "completion"
    })
@NullMarked
package io.protoworks.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
