package io.protoworks.event;

import io.protoworks.plant.Project;
import io.protoworks.platform.Id;
import io.protoworks.platform.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class EventController {
  private final EventService events;
  private final EventFollowing following;

  EventController(EventService events, EventFollowing following) {
    this.events = events;
    this.following = following;
  }

  @QueryMapping
  @Nullable Event event(@Argument String cursor, Viewer viewer) {
    return events.find(viewer, cursor);
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
