/** How fast the server is, on plants of the sizes that it is made for. */
@NullMarked
package io.protoworks.benchmark;

import org.jspecify.annotations.NullMarked;
