package io.protoworks.identity;

import io.protoworks.platform.Client;
import io.protoworks.platform.Rows;
import java.util.List;
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
    ViewerRow found = ApiKeys.isOne(token) ? byApiKey(token) : byAccessToken(token);
    if (found == null) {
      throw new InvalidBearerTokenException(
          "This token is not valid any more. Sign in again, or make a new API key.");
    }
    noteUse(found);
    return authenticated(found);
  }

  /**
   * The authentication as it stands now, with the permissions of this moment; null once its session
   * or key has ended. The end of an access token does not end what was begun with it.
   */
  @Nullable Authentication renew(Authentication earlier) {
    if (!(earlier.getDetails() instanceof ViewerRow known)) {
      return null;
    }
    ViewerRow found =
        known.apiKeyId() == null
            ? viewers.findBySession(known.userId(), known.sessionId())
            : viewers.findByApiKey(known.userId(), known.apiKeyId());
    if (found == null) {
      return null;
    }
    noteUse(found);
    return authenticated(found);
  }

  private static Authentication authenticated(ViewerRow row) {
    var authentication =
        UsernamePasswordAuthenticationToken.authenticated(
            row.toViewer(Client.SELF), null, List.of());
    authentication.setDetails(row);
    return authentication;
  }

  /** Writes down that a session or key is in use, at most once a minute. */
  private void noteUse(ViewerRow row) {
    if (!row.wasSeenLately()) {
      if (row.sessionId() != null) {
        viewers.touchSessions(Rows.keys(row.sessionId()));
      }
      if (row.apiKeyId() != null) {
        viewers.touchApiKeys(Rows.keys(row.apiKeyId()));
      }
    }
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
    return ApiKeys.isWellFormed(key) ? viewers.findByHashedKey(Secrets.hash(key)) : null;
  }
}
