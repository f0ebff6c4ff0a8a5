package io.protoworks.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts failed logins per e-mail address and per host address, and blocks both for longer and
 * longer. The counts stand in transactions of their own: a refused login is counted, too.
 */
@Service
class LoginThrottle {
  private static final int NETWORK_BYTES = 8;

  /**
   * What failures are counted of.
   *
   * @param kind {@code EMAIL} or {@code ADDRESS}
   * @param hash stands for it in the database
   * @param allowed how many failures begin the first block
   */
  record Subject(String kind, String hash, int allowed) {}

  private final LoginThrottleMapper throttles;
  private final LoginProperties properties;

  LoginThrottle(LoginThrottleMapper throttles, LoginProperties properties) {
    this.throttles = throttles;
    this.properties = properties;
  }

  Subject ofEmail(String email) {
    String name = email.toLowerCase(Locale.ROOT);
    return new Subject("EMAIL", Secrets.hash("email " + name), properties.failuresPerEmail());
  }

  /** Of an IPv6 address only the network counts: whoever has one has all of its addresses. */
  Subject ofAddress(InetAddress address) {
    byte[] bytes = address.getAddress();
    byte[] network = address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
    String name = "address " + HexFormat.of().formatHex(network);
    return new Subject("ADDRESS", Secrets.hash(name), properties.failuresPerAddress());
  }

  /** For how many seconds a login of any of these is still refused; 0 when it is not. */
  int blockedSeconds(Subject... subjects) {
    return throttles.findBlockedSeconds(
        Arrays.stream(subjects).map(Subject::hash).toArray(String[]::new));
  }

  /** Counts a failure, and tells how long the block is that it begins. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  Duration countFailure(Subject subject) {
    int failures = throttles.countFailure(subject.hash(), properties.window().toSeconds());
    Duration block = properties.blockAfter(failures, subject.allowed());
    if (block.isPositive()) {
      throttles.block(subject.hash(), block.toSeconds());
    }
    return block;
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void clear(Subject subject) {
    throttles.clear(subject.hash());
  }
}
