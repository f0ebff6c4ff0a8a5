package io.protoworks.identity;

import io.protoworks.identity.CompanyInputs.ChangeCompanyInput;
import io.protoworks.identity.CompanyInputs.CreateCompanyInput;
import io.protoworks.platform.Connection;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class CompanyController {
  private final CompanyService companies;

  CompanyController(CompanyService companies) {
    this.companies = companies;
  }

  record CompanyPayload(Company company) {}

  @QueryMapping
  Connection<Company> companies(@Arguments CompanyQuery query, Viewer viewer) {
    return companies.list(viewer, query);
  }

  @MutationMapping
  CompanyPayload createCompany(@Argument CreateCompanyInput input, Viewer viewer) {
    return new CompanyPayload(companies.create(viewer, input));
  }

  @MutationMapping
  CompanyPayload changeCompany(@Argument ChangeCompanyInput input, Viewer viewer) {
    return new CompanyPayload(companies.change(viewer, input));
  }

  @MutationMapping
  CompanyPayload deactivateCompany(@Argument VersionedId<Company> input, Viewer viewer) {
    return new CompanyPayload(companies.deactivate(viewer, input));
  }

  @MutationMapping
  CompanyPayload restoreCompany(@Argument VersionedId<Company> input, Viewer viewer) {
    return new CompanyPayload(companies.restore(viewer, input));
  }
}
