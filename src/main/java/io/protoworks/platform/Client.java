package io.protoworks.platform;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** From where a request came: written into audit, sessions and security events. */
public record Client(InetAddress address, @Nullable String userAgent) {
  /** What the application does by itself: schedulers, start-up. */
  public static final Client SELF = new Client(InetAddress.getLoopbackAddress(), "ProtoWorks");

  public Client {
    userAgent = userAgent == null ? null : Texts.abbreviate(userAgent, 500);
  }
}
