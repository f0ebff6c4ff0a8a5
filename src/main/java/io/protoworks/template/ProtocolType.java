package io.protoworks.template;

/**
 * A stage of commissioning, and the type of the protocols that belong to it: C1 mechanical
 * completion, C2 pre-commissioning, C3 commissioning without load, C4 commissioning with load.
 */
public enum ProtocolType {
  C1,
  C2,
  C3,
  C4
}
