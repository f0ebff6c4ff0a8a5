package io.protoworks.plant;

import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyType;
import io.protoworks.platform.Id;

/** What the mutations of a project's companies take. */
final class ProjectCompanyInputs {
  private ProjectCompanyInputs() {}

  record AddProjectCompanyInput(Id<Project> projectId, Id<Company> companyId, CompanyType role) {}

  record RemoveProjectCompanyInput(Id<ProjectCompany> id) {}
}
