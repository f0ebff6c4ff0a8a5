package io.protoworks.template;

/**
 * How much a pendency weighs: PA is impeditive, PB is carried over, PC is an improvement. Stands
 * here because the configs of items name it.
 */
public enum PendencyType {
  PA,
  PB,
  PC
}
