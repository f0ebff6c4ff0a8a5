package io.protoworks.identity;

import graphql.GraphQLContext;
import io.protoworks.identity.LoginInputs.ChangePasswordInput;
import io.protoworks.identity.LoginInputs.LoginInput;
import io.protoworks.identity.LoginInputs.RefreshInput;
import io.protoworks.identity.LoginService.LoggedIn;
import io.protoworks.identity.LoginService.Tokens;
import io.protoworks.platform.Client;
import io.protoworks.platform.Viewer;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class LoginController {
  private final LoginService logins;
  private final PasswordService passwords;
  private final UserService users;

  LoginController(LoginService logins, PasswordService passwords, UserService users) {
    this.logins = logins;
    this.passwords = passwords;
    this.users = users;
  }

  record LoginPayload(
      String accessToken, String refreshToken, OffsetDateTime expiresAt, User viewer) {
    @Override
    public String toString() {
      return "LoginPayload[%s]".formatted(expiresAt);
    }
  }

  record RefreshPayload(String accessToken, String refreshToken, OffsetDateTime expiresAt) {
    @Override
    public String toString() {
      return "RefreshPayload[%s]".formatted(expiresAt);
    }
  }

  record ChangePasswordPayload(User viewer) {}

  @QueryMapping
  User viewer(Viewer viewer) {
    return users.listByIds(List.of(viewer.userId())).getFirst();
  }

  /** What is asked of the payload is seen with the eyes of whoever has just come in. */
  @MutationMapping
  LoginPayload login(@Argument LoginInput input, Client client, GraphQLContext context) {
    LoggedIn done = logins.login(input, client);
    context.put(Viewer.class, done.viewer());
    Tokens tokens = done.tokens();
    return new LoginPayload(
        tokens.accessToken(), tokens.refreshToken(), tokens.expiresAt(), done.user());
  }

  @MutationMapping
  RefreshPayload refresh(@Argument RefreshInput input, Client client) {
    Tokens tokens = logins.refresh(input, client);
    return new RefreshPayload(tokens.accessToken(), tokens.refreshToken(), tokens.expiresAt());
  }

  @MutationMapping
  ChangePasswordPayload changePassword(@Argument ChangePasswordInput input, Viewer viewer) {
    passwords.change(viewer, input);
    return new ChangePasswordPayload(viewer(viewer));
  }
}
