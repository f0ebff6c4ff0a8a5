package io.protoworks.completion;

/** The permissions that this module asks for, as roles hold them. */
public final class CompletionPermission {
  public static final String GATES_WAIVE = "gates.waive";

  private CompletionPermission() {}
}
