/**
 * Walks the whole graph as somebody: every root field, every argument, every edge of every object
 * that is reached. New types and fields are walked without being named here.
 */
@NullMarked
package io.protoworks.walk;

import org.jspecify.annotations.NullMarked;
