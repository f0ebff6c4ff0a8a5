package io.protoworks.testing;

import io.protoworks.ProtoWorks;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server with the fixtures of the tests in it, for what is no test. */
public final class Server {
  private Server() {}

  /** Starts it with properties such as {@code --server.port=0}. */
  public static ConfigurableApplicationContext start(String... properties) {
    return new SpringApplicationBuilder(ProtoWorks.class, Api.class, Statements.class)
        .run(properties);
  }
}
