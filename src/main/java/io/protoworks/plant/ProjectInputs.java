package io.protoworks.plant;

import io.protoworks.identity.Company;
import io.protoworks.identity.User;
import io.protoworks.platform.Id;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the mutations of projects take. A field left out of a change is emptied. */
final class ProjectInputs {
  private ProjectInputs() {}

  /**
   * A new project.
   *
   * @param ownerId whoever creates it, when left out
   */
  record CreateProjectInput(
      String code,
      String name,
      @Nullable String description,
      Id<Company> clientCompanyId,
      @Nullable Id<User> ownerId,
      @Nullable LocalDate startDate,
      @Nullable LocalDate expectedEndDate) {}

  record ChangeProjectInput(
      Id<Project> id,
      int expectedVersion,
      String code,
      String name,
      @Nullable String description,
      Id<Company> clientCompanyId,
      Id<User> ownerId,
      @Nullable LocalDate startDate,
      @Nullable LocalDate expectedEndDate) {}

  /** A project to mark, or to mark no longer. */
  record FavoriteInput(Id<Project> projectId) {}
}
