package io.protoworks.register;

import org.jspecify.annotations.Nullable;

/** Knows what the columns of a kind of table are called; by that its header is recognised. */
@FunctionalInterface
public interface RegisterWords {
  /** The words of registers of tags. */
  RegisterWords OF_TAGS = RegisterVocabulary::fieldOf;

  /** What a column of this name holds, the same for all its names; null when none is known. */
  @Nullable Object meaningOf(String name);
}
