/**
 * What happened, for those who follow it: the log of a project's events read back, and told live
 * over subscriptions on any number of nodes.
 *
 * <p>Nouns: {@link io.protoworks.event.Event}.
 *
 * <p>Invariants: {@link io.protoworks.platform.EventLog} holds every change of what is followed, in
 * the order of the commits; an event's cursor is its place there. Whoever resumes after a cursor
 * gets every later event that they may see exactly once, in order; who reads too slowly, or resumes
 * after what was dropped, is told so, and never misses one in silence. What a viewer may not see
 * when it is told never comes.
 *
 * <p>A node reads the log once for all of its followers ({@link io.protoworks.event.EventFeed}).
 * Other nodes' commits are heard of by LISTEN, which is a hint and no more: without it the log is
 * read every second.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "plant", "protocol"})
@NullMarked
package io.protoworks.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
