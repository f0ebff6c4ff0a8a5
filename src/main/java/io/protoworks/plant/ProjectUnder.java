package io.protoworks.plant;

import io.protoworks.platform.Row;
import java.util.UUID;

/** A project and the company on whose page it stands. */
record ProjectUnder(UUID companyId, Project project) implements Row {}
