package io.protoworks.identity;

import io.protoworks.identity.UserProfileService.ChangeProfileInput;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class UserProfileController {
  private final UserProfileService profiles;

  UserProfileController(UserProfileService profiles) {
    this.profiles = profiles;
  }

  record UserProfilePayload(UserProfile profile) {}

  @MutationMapping
  UserProfilePayload changeProfile(@Argument ChangeProfileInput input, Viewer viewer) {
    return new UserProfilePayload(profiles.change(viewer, input));
  }
}
