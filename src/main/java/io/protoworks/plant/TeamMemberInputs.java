package io.protoworks.plant;

import io.protoworks.identity.Role;
import io.protoworks.identity.User;
import io.protoworks.platform.Id;
import org.jspecify.annotations.Nullable;

/** What the mutations of a project's team take. A role left out of a change is taken away. */
final class TeamMemberInputs {
  private TeamMemberInputs() {}

  record AddTeamMemberInput(Id<Project> projectId, Id<User> userId, @Nullable Id<Role> roleId) {}

  record ChangeTeamMemberInput(Id<TeamMember> id, int expectedVersion, @Nullable Id<Role> roleId) {}
}
