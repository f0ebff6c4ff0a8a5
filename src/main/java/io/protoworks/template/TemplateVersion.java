package io.protoworks.template;

import io.protoworks.platform.Row;
import java.util.UUID;

/**
 * A version beside another of the same code.
 *
 * @param ofId the version whose code it has
 */
record TemplateVersion(UUID ofId, ProtocolTemplate template) implements Row {}
