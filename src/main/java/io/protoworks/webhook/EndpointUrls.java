package io.protoworks.webhook;

import io.protoworks.platform.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges the address of an endpoint when it is named, as far as that can be done without looking
 * anything up; {@link AddressGuard} judges again at each request.
 */
@Component
class EndpointUrls {
  private static final String FIELD = "url";
  private static final int LONGEST = 2_000;

  private final AddressGuard guard;

  EndpointUrls(AddressGuard guard) {
    this.guard = guard;
  }

  String require(URI url) {
    Set<String> schemes = guard.isOpen() ? Set.of("http", "https") : Set.of("https");
    String scheme = url.getScheme();
    if (scheme == null || !schemes.contains(scheme.toLowerCase(Locale.ROOT))) {
      throw Refused.invalid(FIELD, "Name an address that begins with https://.");
    }
    String host = url.getHost();
    if (host == null || host.isEmpty()) {
      throw Refused.invalid(FIELD, "Name the receiver's host, in ASCII: https://host/path.");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw Refused.invalid(
          FIELD, "An address holds no password and no fragment; the signature proves who sends.");
    }
    if (url.toString().length() > LONGEST) {
      throw Refused.invalid(FIELD, "An address has at most %d characters.".formatted(LONGEST));
    }
    InetAddress literal = literal(host);
    boolean isHere = host.equalsIgnoreCase("localhost") && !guard.isOpen();
    if (isHere || (literal != null && !guard.mayReach(literal))) {
      throw Refused.invalid(
          FIELD, "This host is on a private network; name one of the public internet.");
    }
    return scheme.toLowerCase(Locale.ROOT) + url.toString().substring(scheme.length());
  }

  private static @Nullable InetAddress literal(String host) {
    try {
      return InetAddress.ofLiteral(host.replaceAll("^\\[|\\]$", ""));
    } catch (IllegalArgumentException aName) {
      return null;
    }
  }
}
