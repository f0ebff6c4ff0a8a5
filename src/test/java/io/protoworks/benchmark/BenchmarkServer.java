package io.protoworks.benchmark;

import io.protoworks.testing.Server;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/** The server over the database that keeps the data sets from one run to the next. */
public final class BenchmarkServer {
  private static final Path FOLDER = Path.of("target/benchmark");

  private BenchmarkServer() {}

  public static ConfigurableApplicationContext start() {
    return Server.start(
        "--server.port=0",
        "--logging.level.root=warn",
        "--protoworks.embedded-database.folder=" + FOLDER.resolve("database"),
        "--protoworks.files.folder=" + FOLDER.resolve("files"));
  }
}
