package io.protoworks.identity;

import org.jspecify.annotations.Nullable;

/** What the mutations of getting in take. None of them prints a secret. */
final class LoginInputs {
  private LoginInputs() {}

  record LoginInput(
      String email,
      String password,
      @Nullable String deviceName,
      @Nullable String deviceFingerprint) {
    @Override
    public String toString() {
      return "LoginInput[%s]".formatted(deviceName);
    }
  }

  record RefreshInput(String refreshToken) {
    @Override
    public String toString() {
      return "RefreshInput[]";
    }
  }

  record ChangePasswordInput(String currentPassword, String newPassword) {
    @Override
    public String toString() {
      return "ChangePasswordInput[]";
    }
  }
}
