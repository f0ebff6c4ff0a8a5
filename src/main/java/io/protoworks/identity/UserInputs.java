package io.protoworks.identity;

import io.protoworks.platform.Id;
import org.jspecify.annotations.Nullable;

/** What the mutations of users take. A field left out of a change is emptied. */
final class UserInputs {
  private UserInputs() {}

  record CreateUserInput(
      String email,
      @Nullable String phone,
      String name,
      Id<Company> companyId,
      UserRole role,
      @Nullable Id<Discipline> disciplineId,
      String locale,
      Tier tier,
      String password) {}

  record ChangeUserInput(
      Id<User> id,
      int expectedVersion,
      String email,
      @Nullable String phone,
      String name,
      Id<Company> companyId,
      UserRole role,
      @Nullable Id<Discipline> disciplineId,
      String locale,
      Tier tier) {}

  record ResetPasswordInput(Id<User> id, int expectedVersion, String newPassword) {}
}
