package io.protoworks.completion;

/**
 * How far something is, the worst first: work is outstanding, or it is done with open pendencies of
 * type PA, PB or PC at worst, or with none. Derived and never set; what has parts is as far as the
 * worst of them, and what has nothing to check is outstanding.
 */
public enum Completion {
  OS,
  PA,
  PB,
  PC,
  OK;

  /** Of work that is all done, or not, and of its open pendencies. */
  public static Completion of(boolean isDone, int openPa, int openPb, int openPc) {
    if (!isDone) {
      return OS;
    }
    if (openPa > 0) {
      return PA;
    }
    if (openPb > 0) {
      return PB;
    }
    return openPc > 0 ? PC : OK;
  }

  /** Of two parts together. */
  public Completion worst(Completion other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
