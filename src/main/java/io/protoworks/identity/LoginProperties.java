package io.protoworks.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How guessing of passwords is slowed down.
 *
 * @param failuresPerEmail so many wrong passwords for one e-mail address begin its first block
 * @param failuresPerAddress so many from one host address begin its first block; a whole site may
 *     share one
 * @param window how long failures are remembered
 * @param firstBlock how long the first block lasts; each further failure doubles it
 * @param longestBlock where doubling stops
 * @param parallelChecks how many passwords are checked at once: each takes 19 MiB of memory
 * @param patience how long a login waits for its turn
 */
@ConfigurationProperties("protoworks.login")
record LoginProperties(
    @DefaultValue("5") int failuresPerEmail,
    @DefaultValue("50") int failuresPerAddress,
    @DefaultValue("1h") Duration window,
    @DefaultValue("5s") Duration firstBlock,
    @DefaultValue("15m") Duration longestBlock,
    @DefaultValue("4") int parallelChecks,
    @DefaultValue("10s") Duration patience) {

  private static final int MOST_DOUBLINGS = 30;

  /**
   * How long to refuse after a failure.
   *
   * @param failures how many there were of late, this one included
   * @param allowed how many begin the first block
   */
  Duration blockAfter(int failures, int allowed) {
    if (failures < allowed) {
      return Duration.ZERO;
    }
    Duration block = firstBlock.multipliedBy(1L << Math.min(failures - allowed, MOST_DOUBLINGS));
    return block.compareTo(longestBlock) < 0 ? block : longestBlock;
  }
}
