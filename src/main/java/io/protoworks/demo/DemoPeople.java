package io.protoworks.demo;

import java.util.HashMap;
import java.util.Map;

/** The demo plant's people, each signed in when first asked to do something. */
final class DemoPeople {
  private final String address;
  private final Map<String, DemoClient> clients = new HashMap<>();

  DemoPeople(String address) {
    this.address = address;
  }

  /** Somebody by their address. */
  DemoClient as(String email) {
    return clients.computeIfAbsent(
        email, somebody -> DemoClient.signIn(address, somebody, DemoPlant.PASSWORD));
  }
}
