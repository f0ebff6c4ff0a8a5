package io.protoworks.event;

import io.protoworks.plant.Project;
import io.protoworks.platform.Id;
import io.protoworks.platform.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class EventController {
  private final EventFollowing following;

  EventController(EventFollowing following) {
    this.following = following;
  }

  @SubscriptionMapping
  Flux<Event> events(
      @Argument Id<Project> projectId,
      @Argument @Nullable String after,
      @Argument @Nullable EventFilter filter,
      Viewer viewer) {
    return following.follow(viewer, projectId.uuid(), after, EventFilter.orNone(filter));
  }
}
