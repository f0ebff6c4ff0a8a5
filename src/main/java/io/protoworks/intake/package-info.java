/**
 * Takes a plant's tag register in and gives it out again. A register is a CSV or XLSX file whose
 * rows name an area, a system, a subsystem, a tag and what it is for; this module recognises such a
 * file by its content, reads it as a stream in bounded memory, proposes which column is which,
 * turns each row into a valid record or into problems that say what to do, writes the records into
 * the plant in the background, and writes registers that it reads back unchanged.
 *
 * <p>Nouns: {@link io.protoworks.intake.ImportJob}, one import of one file; {@link
 * io.protoworks.intake.ImportRowError}, why a row of it was refused. What begins with {@code
 * Register} is about files only and knows neither database nor graph.
 *
 * <p>Invariants: no row is dropped without a word: each ends as created, changed, unchanged or
 * refused with its reasons; a batch's rows, their errors and how far the import has come are
 * written in one transaction, so that an interrupted import resumes exactly where it ended; the
 * same file twice changes nothing; only one import changes a project at a time, and only the worker
 * that holds its lease. It acts in the name of who started it, with their rights of the moment.
 *
 * <p>It calls {@code platform}, {@code identity}, {@code plant} and {@code attachment}.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audit", "plant", "attachment"})
@NullMarked
package io.protoworks.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
