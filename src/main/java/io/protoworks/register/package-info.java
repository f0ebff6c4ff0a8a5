/**
 * Registers as files. A register is a CSV or XLSX file whose rows name an area, a system, a
 * subsystem, a tag and what it is for; this module recognises such a file by its content, reads it
 * as a stream in bounded memory, proposes which column is which, turns each row into a valid record
 * or into problems that say what to do, and writes registers that it reads back unchanged.
 *
 * <p>Nouns: {@link io.protoworks.register.RegisterReader} and {@link
 * io.protoworks.register.RegisterWriter}, a file on its way in and out; {@link
 * io.protoworks.register.RegisterMapping}, which column holds which field; {@link
 * io.protoworks.register.RegisterRecord}, a valid row; {@link
 * io.protoworks.register.RegisterRowProblem}, why one is none. {@link
 * io.protoworks.register.RegisterTable} and {@link io.protoworks.register.RegisterWords} serve
 * tables of any other kind.
 *
 * <p>Invariants: a row is never dropped without a word; a hostile file is refused before it has
 * used the memory that it asks for; what was written is read back as it was.
 *
 * <p>It knows neither database nor graph, and nobody's rights: whoever calls it has asked for them.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.protoworks.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
