package io.protoworks.identity;

import io.protoworks.identity.UserInputs.ChangeUserInput;
import io.protoworks.identity.UserInputs.CreateUserInput;
import io.protoworks.identity.UserInputs.ResetPasswordInput;
import io.protoworks.platform.Connection;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class UserController {
  private final UserService users;
  private final UserAccessService access;

  UserController(UserService users, UserAccessService access) {
    this.users = users;
    this.access = access;
  }

  record UserPayload(User user) {}

  @QueryMapping
  @Nullable User user(@Argument String email, Viewer viewer) {
    return users.findByEmail(viewer, email);
  }

  @QueryMapping
  Connection<User> users(@Arguments UserQuery query, Viewer viewer) {
    return users.list(viewer, query);
  }

  @MutationMapping
  UserPayload createUser(@Argument CreateUserInput input, Viewer viewer) {
    return new UserPayload(users.create(viewer, input));
  }

  @MutationMapping
  UserPayload changeUser(@Argument ChangeUserInput input, Viewer viewer) {
    return new UserPayload(users.change(viewer, input));
  }

  @MutationMapping
  UserPayload deactivateUser(@Argument VersionedId<User> input, Viewer viewer) {
    return new UserPayload(access.deactivate(viewer, input));
  }

  @MutationMapping
  UserPayload restoreUser(@Argument VersionedId<User> input, Viewer viewer) {
    return new UserPayload(access.restore(viewer, input));
  }

  @MutationMapping
  UserPayload suspendUser(@Argument VersionedId<User> input, Viewer viewer) {
    return new UserPayload(access.suspend(viewer, input));
  }

  @MutationMapping
  UserPayload reactivateUser(@Argument VersionedId<User> input, Viewer viewer) {
    return new UserPayload(access.reactivate(viewer, input));
  }

  @MutationMapping
  UserPayload resetPassword(@Argument ResetPasswordInput input, Viewer viewer) {
    return new UserPayload(access.resetPassword(viewer, input));
  }
}
