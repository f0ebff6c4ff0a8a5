package io.protoworks.register;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file as they physically follow each other, whatever they mean. */
interface RegisterSource extends AutoCloseable {

  /** The next row, or null after the last. */
  @Nullable RegisterRow next() throws IOException;

  @Override
  void close() throws IOException;
}
