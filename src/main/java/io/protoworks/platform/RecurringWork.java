package io.protoworks.platform;

import java.time.Duration;

/**
 * Work that is done now and then by one node, whichever it is. A bean of this type is all that a
 * module says; when it fails it is tried again at its next time.
 *
 * @param name what it does, as the table of scheduled work and the log show it
 * @param every how long to wait after its end
 */
public record RecurringWork(String name, Duration every, Runnable work) {}
