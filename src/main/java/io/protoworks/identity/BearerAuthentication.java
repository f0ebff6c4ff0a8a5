package io.protoworks.identity;

import io.protoworks.platform.Client;
import io.protoworks.platform.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Finds out whom a bearer token stands for: an access token of a session, or an API key. */
@Component
class BearerAuthentication implements AuthenticationManager {
  private final AccessTokens accessTokens;
  private final ViewerMapper viewers;

  BearerAuthentication(AccessTokens accessTokens, ViewerMapper viewers) {
    this.accessTokens = accessTokens;
    this.viewers = viewers;
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    String token = ((BearerTokenAuthenticationToken) authentication).getToken();
    ViewerRow row = ApiKeys.isOne(token) ? byApiKey(token) : byAccessToken(token);
    if (row == null) {
      throw new InvalidBearerTokenException(
          "This token is not valid any more. Sign in again, or make a new API key.");
    }
    Viewer viewer =
        new Viewer(row.userId(), row.sessionId(), Set.copyOf(row.permissions()), Client.SELF);
    return UsernamePasswordAuthenticationToken.authenticated(viewer, null, java.util.List.of());
  }

  private @Nullable ViewerRow byAccessToken(String token) {
    try {
      AccessTokens.Bearer bearer = accessTokens.check(token);
      return viewers.findBySession(bearer.userId(), bearer.sessionId());
    } catch (JwtException | IllegalArgumentException invalid) {
      throw new InvalidBearerTokenException(
          "This access token is forged, malformed or expired. Refresh it or sign in again.",
          invalid);
    }
  }

  private @Nullable ViewerRow byApiKey(String key) {
    return ApiKeys.isWellFormed(key) ? viewers.findByApiKey(Secrets.hash(key)) : null;
  }
}
