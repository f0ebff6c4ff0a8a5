/** To be written. */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "identity",
      "audit",
      "plant",
      "attachment",
      "template",
      "completion"
    })
@NullMarked
package io.protoworks.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
