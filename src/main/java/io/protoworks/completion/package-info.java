/**
 * How far commissioning is: gates per subsystem, signed waivers, and the progress of every level.
 *
 * <p>Nouns: {@link io.protoworks.completion.Gate}, {@link io.protoworks.completion.GateWaiver}.
 *
 * <p>Invariants: everything here is counted and judged by the database, under one lock per
 * subsystem; nobody sets a gate, it follows from equipments, protocols, pendencies and waivers in
 * the transaction that changes them; nothing to check means closed. A waiver is signed over its
 * content and never changes; it can be revoked, once. {@link io.protoworks.completion.Completion}
 * is derived and never set.
 *
 * <p>Knows stages and counts, but no protocol: modules above call {@link
 * io.protoworks.completion.SubsystemLocks} before anything else that they lock, ask {@link
 * io.protoworks.completion.Gates}, and are told of moves as {@link
 * io.protoworks.completion.GateListener}. Their rows that belong to a subsystem implement {@link
 * io.protoworks.plant.InSubsystem}, so that a recorded change of one has its gates judged.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audit", "plant", "template"})
@NullMarked
package io.protoworks.completion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
