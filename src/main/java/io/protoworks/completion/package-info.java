/** To be written. */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audit", "plant", "template"})
@NullMarked
package io.protoworks.completion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
