/** Random operations by many people at once, and what must hold whatever they do. */
@NullMarked
package io.protoworks.model;

import org.jspecify.annotations.NullMarked;
