package io.protoworks.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a password must be.
 *
 * @param minimumLength the fewest characters of a new one
 */
@ConfigurationProperties("protoworks.password")
record PasswordProperties(@DefaultValue("12") int minimumLength) {}
