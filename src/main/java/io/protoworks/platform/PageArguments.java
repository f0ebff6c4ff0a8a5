package io.protoworks.platform;

import org.jspecify.annotations.Nullable;

/** The four arguments that every connection takes. */
public interface PageArguments {
  @Nullable Integer first();

  @Nullable String after();

  @Nullable Integer last();

  @Nullable String before();
}
