package io.protoworks.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes the demo plant once the server answers, and says how to get in. */
@Component
@Profile("demo")
class DemoStart {
  private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

  private final Environment environment;
  private final Clock clock;

  DemoStart(Environment environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void makePlant() throws IOException, InterruptedException {
    String address = "http://localhost:" + environment.getProperty("local.server.port");
    new DemoPlant(new DemoPeople(address), LocalDate.now(clock)).make();
    LOG.info(welcome(address));
  }

  private static String welcome(String address) {
    StringBuilder text =
        new StringBuilder(
            """


              ProtoWorks is ready: %s/graphiql

              The demo plant is the project DEMO. Sign in with the password "%s" as
                %s
            """
                .formatted(address, DemoPlant.PASSWORD, DemoPlant.ADMINISTRATOR));
    for (DemoPlant.Party party : DemoPlant.PARTIES) {
      party
          .roles()
          .forEach(
              role -> text.append("    %-32s %s%n".formatted(party.email(role), party.name())));
    }
    return text.toString();
  }
}
