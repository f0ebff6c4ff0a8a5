package io.protoworks.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps requests out of private networks. It is asked where the client looks up the addresses that
 * it then connects to: a name can't be one thing when it is judged and another when it is used.
 */
@Component
class AddressGuard implements DnsResolver {
  /** A part of an address space: the first bits of its addresses. */
  private static final class Block {
    private final byte[] network;
    private final int bits;

    private Block(byte[] network, int bits) {
      this.network = network;
      this.bits = bits;
    }

    static Block of(String text) {
      String[] parts = text.split("/", 2);
      return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    }

    boolean contains(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static final Pattern NUMBERS =
      Pattern.compile("(0[xX][0-9a-fA-F]*|[0-9]+)(\\.(0[xX][0-9a-fA-F]*|[0-9]+))*\\.?");

  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  /** What is not the public internet, by the registries of special-purpose addresses. */
  private static final List<Block> CLOSED =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4")
          .map(Block::of)
          .toList();

  /** The one part of IPv6 that is the public internet, and what is not in it. */
  private static final Block PUBLIC_IPV6 = Block.of("2000::/3");

  private static final List<Block> CLOSED_IPV6 =
      Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20").map(Block::of).toList();

  private final boolean open;

  @Autowired
  AddressGuard(WebhookProperties properties) {
    this(properties.allowPrivateNetworks());
  }

  AddressGuard(boolean open) {
    this.open = open;
  }

  boolean isOpen() {
    return open;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = lookUp(host);
    for (InetAddress address : addresses) {
      if (!mayReach(address)) {
        throw new RefusedAddressException();
      }
    }
    return addresses;
  }

  /**
   * What is written in numbers is an address as everybody writes it. Other forms, as octal ones,
   * mean one address to some and another one to others.
   */
  private static InetAddress[] lookUp(String host) throws UnknownHostException {
    if (NUMBERS.matcher(host).matches() && !FOUR_NUMBERS.matcher(host).matches()) {
      throw new RefusedAddressException();
    }
    return InetAddress.getAllByName(host);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** One address of several that is private is enough to refuse them all. */
  boolean mayReach(InetAddress address) {
    return open
        || switch (address) {
          case Inet4Address four -> isPublic(four.getAddress());
          case Inet6Address six ->
              PUBLIC_IPV6.contains(six.getAddress())
                  && CLOSED_IPV6.stream().noneMatch(block -> block.contains(six.getAddress()));
          default -> false;
        };
  }

  private static boolean isPublic(byte[] address) {
    return CLOSED.stream().noneMatch(block -> block.contains(address));
  }

  /** The host is on a private network. */
  static final class RefusedAddressException extends UnknownHostException {
    RefusedAddressException() {
      super("the host is not on the public internet");
    }
  }
}
