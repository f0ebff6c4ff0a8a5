package io.protoworks.identity;

import io.protoworks.platform.Id;
import org.jspecify.annotations.Nullable;

/** What the mutations of companies take. A field left out of a change is emptied. */
final class CompanyInputs {
  private CompanyInputs() {}

  record CreateCompanyInput(
      String name,
      CompanyType type,
      @Nullable String cnpj,
      @Nullable String address,
      @Nullable String phone,
      @Nullable String email) {}

  record ChangeCompanyInput(
      Id<Company> id,
      int expectedVersion,
      String name,
      CompanyType type,
      @Nullable String cnpj,
      @Nullable String address,
      @Nullable String phone,
      @Nullable String email) {}
}
