package io.protoworks.platform;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Addresses of hosts as people and PostgreSQL's {@code host()} write them. */
final class HostAddresses {
  private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?:$|:)");

  private HostAddresses() {}

  /** RFC 5952: of an IPv6 address the longest run of zeros, of equal ones the first, is "::". */
  static String text(InetAddress address) {
    String text = address.getHostAddress();
    return ZEROS
        .matcher(text)
        .results()
        .max(Comparator.comparingLong(HostAddresses::groups).thenComparingInt(run -> -run.start()))
        .map(run -> text.substring(0, run.start()) + "::" + text.substring(run.end()))
        .orElse(text);
  }

  private static long groups(MatchResult run) {
    return run.group().chars().filter(character -> character == '0').count();
  }
}
