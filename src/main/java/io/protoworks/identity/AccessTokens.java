package io.protoworks.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/**
 * Signs and checks access tokens. A token says only who and which session; what they may do is
 * asked of the database at each request.
 */
@Component
class AccessTokens {
  private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
  private static final String ISSUER = "protoworks";
  private static final String SESSION = "sid";
  private static final int MINIMUM_SECRET = 32;

  /** A token and when it ends. */
  record Issued(String token, Instant expiresAt) {}

  /** Whom a valid token names. */
  record Bearer(UUID userId, UUID sessionId, Instant expiresAt) {}

  private final NimbusJwtEncoder encoder;
  private final NimbusJwtDecoder decoder;
  private final AccessTokenProperties properties;
  private final Clock clock;

  AccessTokens(AccessTokenProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
    SecretKey key = key(properties);
    encoder = NimbusJwtEncoder.withSecretKey(key).algorithm(MacAlgorithm.HS256).build();
    decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
    JwtTimestampValidator timestamps = new JwtTimestampValidator(java.time.Duration.ZERO);
    timestamps.setClock(clock);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(timestamps, new JwtIssuerValidator(ISSUER)));
  }

  Issued issue(UUID userId, UUID sessionId) {
    Instant now = clock.instant();
    Instant expiresAt = now.plus(properties.lifetime());
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .subject(userId.toString())
            .claim(SESSION, sessionId.toString())
            .issuedAt(now)
            .expiresAt(expiresAt)
            .build();
    JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
    String token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    return new Issued(token, expiresAt);
  }

  /** Checks signature, issuer and end; throws {@link JwtException} when one does not hold. */
  Bearer check(String token) {
    Jwt jwt = decoder.decode(token);
    Instant expiresAt = jwt.getExpiresAt();
    String session = jwt.getClaimAsString(SESSION);
    if (expiresAt == null || session == null) {
      throw new JwtException("the token lacks a claim");
    }
    return new Bearer(UUID.fromString(jwt.getSubject()), UUID.fromString(session), expiresAt);
  }

  private static SecretKey key(AccessTokenProperties properties) {
    String secret = properties.secret();
    if (secret == null) {
      LOG.info(
          "No protoworks.access-token.secret: access tokens are valid on this node until it stops.");
      secret = Secrets.random();
    }
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < MINIMUM_SECRET) {
      throw new IllegalStateException(
          "protoworks.access-token.secret must have %d bytes or more.".formatted(MINIMUM_SECRET));
    }
    return new SecretKeySpec(bytes, "HmacSHA256");
  }
}
