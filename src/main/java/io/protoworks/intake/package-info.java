/**
 * Takes a plant's tag register in and gives it out again: shows what an import would make of a
 * file, writes the file's records into the plant in the background, and gives out the plant as a
 * register. What a register is as a file, {@code register} knows.
 *
 * <p>Nouns: {@link io.protoworks.intake.ImportJob}, one import of one file; {@link
 * io.protoworks.intake.ImportRowError}, why a row of it was refused; {@link
 * io.protoworks.intake.RegisterPreview}, the beginning of a file as an import would read it.
 *
 * <p>Invariants: no row is dropped without a word: each ends as created, changed, unchanged or
 * refused with its reasons; a batch's rows, their errors and how far the import has come are
 * written in one transaction, so that an interrupted import resumes exactly where it ended; the
 * same file twice changes nothing; only one import changes a project at a time, and only the worker
 * that holds its lease. It acts in the name of who started it, with their rights of the moment.
 *
 * <p>It calls {@code platform}, {@code identity}, {@code audit}, {@code plant}, {@code attachment}
 * and {@code register}.
 */
@ApplicationModule(
    allowedDependencies = {"platform", "identity", "audit", "plant", "attachment", "register"})
@NullMarked
package io.protoworks.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
