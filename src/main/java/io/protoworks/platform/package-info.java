/**
 * What every module stands on, and nothing of the domain: typed global ids, paging, edges of the
 * graph, errors, the mapping of rows to records, the recording of changes, the embedded database.
 *
 * <p>Everything here may be used by every module; nothing here may know one.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package io.protoworks.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
