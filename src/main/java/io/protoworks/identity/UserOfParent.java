package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.util.UUID;

/** A user beside what they are listed under: a company, discipline, department or role. */
record UserOfParent(UUID parentId, User user) implements Row {}
