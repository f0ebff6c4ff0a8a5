/**
 * The corpus: queries with the answers and the statements that they shall have, in {@code
 * src/test/resources/corpus}, a folder per module.
 */
@NullMarked
package io.protoworks.corpus;

import org.jspecify.annotations.NullMarked;
