package io.protoworks.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** From where a request came: written into audit, sessions and security events. */
public record Client(InetAddress address, @Nullable String userAgent) {
  /** What the application does by itself: schedulers, start-up. */
  public static final Client SELF = new Client(InetAddress.getLoopbackAddress(), "ProtoWorks");

  /**
   * From what a server says of a request. A proxy may name what is no address: no name is looked
   * up.
   */
  public static Client of(@Nullable String host, @Nullable String userAgent) {
    return new Client(addressOf(host), userAgent);
  }

  private static InetAddress addressOf(@Nullable String host) {
    try {
      return host == null ? InetAddress.getLoopbackAddress() : InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException noAddress) {
      return InetAddress.getLoopbackAddress();
    }
  }

  public Client {
    address = withoutZone(address);
    userAgent = userAgent == null ? null : Texts.abbreviate(userAgent, 500);
  }

  /** An address says which host; the zone of a link-local one is of this machine only. */
  private static InetAddress withoutZone(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException(address + " has no address of 4 or 16 bytes", impossible);
    }
  }
}
