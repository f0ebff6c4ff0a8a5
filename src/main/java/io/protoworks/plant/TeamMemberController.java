package io.protoworks.plant;

import io.protoworks.plant.TeamMemberInputs.AddTeamMemberInput;
import io.protoworks.plant.TeamMemberInputs.ChangeTeamMemberInput;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class TeamMemberController {
  private final TeamMemberService members;

  TeamMemberController(TeamMemberService members) {
    this.members = members;
  }

  record TeamMemberPayload(TeamMember teamMember) {}

  @MutationMapping
  TeamMemberPayload addTeamMember(@Argument AddTeamMemberInput input, Viewer viewer) {
    return new TeamMemberPayload(members.add(viewer, input));
  }

  @MutationMapping
  TeamMemberPayload changeTeamMember(@Argument ChangeTeamMemberInput input, Viewer viewer) {
    return new TeamMemberPayload(members.change(viewer, input));
  }

  @MutationMapping
  TeamMemberPayload removeTeamMember(@Argument VersionedId<TeamMember> input, Viewer viewer) {
    return new TeamMemberPayload(members.remove(viewer, input));
  }
}
