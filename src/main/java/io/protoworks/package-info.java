/** ProtoWorks: the commissioning of industrial plants. One package below this one is one module. */
@NullMarked
package io.protoworks;

import org.jspecify.annotations.NullMarked;
