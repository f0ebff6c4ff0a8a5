/**
 * Code that breaks each rule of the architecture once, so that a rule that finds nothing is seen.
 * It stands outside of the application's package: nothing scans it, nothing runs it.
 */
@NullMarked
package counterexamples;

import org.jspecify.annotations.NullMarked;
