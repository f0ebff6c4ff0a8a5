package io.protoworks.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the application when the build tool that started it is gone, however that went. */
@Component
@ConditionalOnBooleanProperty("protoworks.end-with-parent")
class ParentProcess {
  @EventListener(ApplicationReadyEvent.class)
  void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent -> Thread.ofVirtual().name("end-with-parent").start(() -> endAfter(parent)));
  }

  private static void endAfter(ProcessHandle parent) {
    parent.onExit().join();
    Runtime.getRuntime().exit(0);
  }
}
