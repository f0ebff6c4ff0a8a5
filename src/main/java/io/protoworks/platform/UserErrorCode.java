package io.protoworks.platform;

/**
 * A stable word for programs that says why a mutation was refused. Each module has an enum of its
 * own; the schema's enum of this name holds them all, and says what each means and what to do next.
 */
public interface UserErrorCode {
  String name();
}
