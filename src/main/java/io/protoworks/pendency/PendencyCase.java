package io.protoworks.pendency;

import io.protoworks.plant.ProjectStanding;

/** A pendency, held still until the transaction ends, and who the viewer is in its project. */
record PendencyCase(Pendency pendency, ProjectStanding standing) {}
