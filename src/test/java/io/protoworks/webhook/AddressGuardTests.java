package io.protoworks.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the public internet; what is not, {@link WebhookSenderTests} tries. */
class AddressGuardTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450:4001:800::200e"
      })
  void thePublicInternetIsReached(String address) {
    assertThat(new AddressGuard(false).mayReach(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void anOpenServerReachesEverything() {
    assertThat(new AddressGuard(true).mayReach(InetAddress.getLoopbackAddress())).isTrue();
  }
}
