/**
 * Takes a plant's tag register in and gives it out again. A register is a CSV or XLSX file whose
 * rows name an area, a system, a subsystem, a tag and what it is for; this module recognises such a
 * file by its content, reads it as a stream in bounded memory, proposes which column is which,
 * turns each row into a valid record or into problems that say what to do, and writes registers
 * that it reads back unchanged. No row is ever dropped without a word.
 */
@NullMarked
package io.protoworks.intake;

import org.jspecify.annotations.NullMarked;
