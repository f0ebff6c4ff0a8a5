package io.protoworks.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole started server: real sockets, real database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "server.forward-headers-strategy=native",
      "protoworks.files.folder=target/files/${random.uuid}",
      "protoworks.access-token.secret=" + ServerTest.ACCESS_TOKEN_SECRET,
      // Long enough that no test outlasts a block or gives up waiting, however slow the machine.
      "protoworks.login.first-block=1m",
      "protoworks.login.patience=1m",
      // The same for all: any of the tests' servers may work for the endpoint of a test.
      "protoworks.webhook.secret-key=" + ServerTest.WEBHOOK_SECRET_KEY,
      "protoworks.webhook.allow-private-networks=true",
      "protoworks.webhook.schedule=" + ServerTest.WEBHOOK_SCHEDULE,
      "protoworks.webhook.timeout=" + ServerTest.WEBHOOK_TIMEOUT
    })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Api.class, Statements.class, TestConfiguration.class})
public @interface ServerTest {
  /** Signs access tokens, so that a test can make one that has expired. */
  String ACCESS_TOKEN_SECRET = "signs access tokens in tests and nowhere else";

  /** Encrypts the secrets of webhooks. */
  String WEBHOOK_SECRET_KEY = "ZW5jcnlwdHMgaW4gdGVzdHMgYW5kIG5vd2hlcmUgISE=";

  /** Four attempts, without waiting for long. */
  String WEBHOOK_SCHEDULE = "0ms,10ms,20ms,40ms";

  String WEBHOOK_TIMEOUT = "2s";
}
