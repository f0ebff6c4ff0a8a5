package io.protoworks.plant;

import io.protoworks.identity.CompanyType;
import io.protoworks.platform.Row;
import java.util.List;
import java.util.UUID;

/**
 * Who the viewer is in a project: what rules about who may do something ask.
 *
 * @param companyId the viewer's company
 * @param parts the parts that the company has in the project, by the names of {@link CompanyType}
 * @param permissions what the viewer may do in the project
 */
public record ProjectStanding(
    UUID projectId, UUID companyId, List<String> parts, List<String> permissions) implements Row {

  public boolean may(String permission) {
    return permissions.contains(permission);
  }

  /** Whether the viewer's company takes this part in the project. */
  public boolean hasPart(CompanyType part) {
    return parts.contains(part.name());
  }

  ProjectStanding within(List<String> scopes) {
    return new ProjectStanding(
        projectId, companyId, parts, permissions.stream().filter(scopes::contains).toList());
  }
}
