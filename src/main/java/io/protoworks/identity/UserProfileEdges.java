package io.protoworks.identity;

import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class UserProfileEdges implements GraphModule {
  private final UserProfileService profiles;

  UserProfileEdges(UserProfileService profiles) {
    this.profiles = profiles;
  }

  /** A profile is known by its user: it has the user's id. */
  @Override
  public void declare(Graph graph) {
    graph.node(
        UserProfile.class, "UserProfile", UserProfile::userId, profiles::listVisibleByUserIds);
    graph.one("User", "profile", User::id, UserProfile.class);
    graph.one("UserProfile", "user", UserProfile::userId, User.class);
  }
}
