package io.protoworks.platform;

import java.nio.file.Path;

/**
 * A process of its own that holds an embedded database until it is ended, for tests that kill it.
 */
final class EmbeddedDatabaseHolder {
  static final String READY = "ready ";

  private EmbeddedDatabaseHolder() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedDatabase database = new EmbeddedDatabase(Path.of(arguments[0]));
    System.out.println(READY + database.jdbcUrl());
    Thread.currentThread().join();
  }
}
