package io.protoworks.plant;

import io.protoworks.plant.ProjectCompanyInputs.AddProjectCompanyInput;
import io.protoworks.plant.ProjectCompanyInputs.RemoveProjectCompanyInput;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ProjectCompanyController {
  private final ProjectCompanyService projectCompanies;

  ProjectCompanyController(ProjectCompanyService projectCompanies) {
    this.projectCompanies = projectCompanies;
  }

  record ProjectCompanyPayload(ProjectCompany projectCompany) {}

  @MutationMapping
  ProjectCompanyPayload addProjectCompany(@Argument AddProjectCompanyInput input, Viewer viewer) {
    return new ProjectCompanyPayload(projectCompanies.add(viewer, input));
  }

  @MutationMapping
  ProjectCompanyPayload removeProjectCompany(
      @Argument RemoveProjectCompanyInput input, Viewer viewer) {
    return new ProjectCompanyPayload(projectCompanies.remove(viewer, input.id()));
  }
}
