package io.protoworks.dossier;

import java.time.OffsetDateTime;

/** What every page of a document says of it. */
record Imprint(String projectCode, String title, OffsetDateTime madeAt, String madeBy) {}
