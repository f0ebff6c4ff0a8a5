package io.protoworks.plant;

import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyService;
import io.protoworks.plant.ProjectCompanyInputs.AddProjectCompanyInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Id;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The companies that take part in projects: who sees them, and how they are kept. */
@Service
class ProjectCompanyService {
  private static final String TYPE = "ProjectCompany";
  private static final String NOUN = "company of a project";

  private final ProjectCompanyMapper projectCompanies;
  private final CompanyService companies;
  private final ProjectAccess access;
  private final Changes changes;

  ProjectCompanyService(
      ProjectCompanyMapper projectCompanies,
      CompanyService companies,
      ProjectAccess access,
      Changes changes) {
    this.projectCompanies = projectCompanies;
    this.companies = companies;
    this.access = access;
    this.changes = changes;
  }

  List<ProjectCompany> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return projectCompanies.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  List<ProjectCompany> listByProjectIds(Viewer viewer, Collection<UUID> projectIds) {
    return projectCompanies.listByProjectIds(viewer.userId(), Rows.keys(projectIds));
  }

  @Transactional
  ProjectCompany add(Viewer viewer, AddProjectCompanyInput input) {
    UUID project = input.projectId().uuid();
    access.requireFor(viewer, PlantPermission.PROJECTS_WRITE, project, "projectId");
    Company company = companies.requireInUse(viewer, input.companyId(), "companyId");
    ProjectCompany added = projectCompanies.insert(project, company.id(), input.role());
    changes.record(viewer, Change.created(TYPE, added.id(), project, added));
    return added;
  }

  @Transactional
  ProjectCompany remove(Viewer viewer, Id<ProjectCompany> id) {
    ProjectCompany found =
        Rows.only(projectCompanies.listVisibleByIds(viewer.userId(), Rows.keys(id.uuid())));
    if (found == null) {
      throw Refused.unknown("id", NOUN);
    }
    access.requireFor(viewer, PlantPermission.PROJECTS_WRITE, found.projectId());
    ProjectCompany removed = projectCompanies.delete(found.id());
    if (removed == null) {
      throw Refused.unknown("id", NOUN);
    }
    changes.record(viewer, Change.deleted(TYPE, removed.id(), removed.projectId(), removed));
    return removed;
  }
}
