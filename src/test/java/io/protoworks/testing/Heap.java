package io.protoworks.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.function.Function;

/** What the heap of this process came to since it was last asked. */
public final class Heap {
  private static final List<MemoryPoolMXBean> POOLS =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  private Heap() {}

  /** Begins anew. */
  public static void reset() {
    System.gc();
    POOLS.forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The most that was used at once, in MiB: what was dead and not collected yet counts too. */
  public static long peak() {
    return sum(MemoryPoolMXBean::getPeakUsage);
  }

  /** What is in use after a collection, in MiB. */
  public static long live() {
    System.gc();
    return sum(MemoryPoolMXBean::getUsage);
  }

  private static long sum(Function<MemoryPoolMXBean, MemoryUsage> usage) {
    return POOLS.stream().map(usage).mapToLong(MemoryUsage::getUsed).sum() >> 20;
  }
}
