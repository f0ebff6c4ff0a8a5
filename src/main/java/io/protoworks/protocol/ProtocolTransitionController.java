package io.protoworks.protocol;

import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ProtocolController.ProtocolPayload;
import io.protoworks.protocol.ProtocolInputs.CancelProtocolInput;
import io.protoworks.protocol.ProtocolInputs.RejectProtocolInput;
import io.protoworks.protocol.ProtocolInputs.ReleaseProtocolsInput;
import io.protoworks.protocol.ProtocolInputs.ReopenProtocolInput;
import io.protoworks.protocol.ProtocolReleaseService.ReleaseProtocolResult;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ProtocolTransitionController {
  private final ProtocolTransitionService transitions;
  private final ProtocolReleaseService releases;

  ProtocolTransitionController(
      ProtocolTransitionService transitions, ProtocolReleaseService releases) {
    this.transitions = transitions;
    this.releases = releases;
  }

  record ReleaseProtocolsPayload(List<ReleaseProtocolResult> results) {}

  @MutationMapping
  ProtocolPayload releaseProtocol(@Argument VersionedId<Protocol> input, Viewer viewer) {
    return new ProtocolPayload(transitions.release(viewer, input));
  }

  @MutationMapping
  ReleaseProtocolsPayload releaseProtocols(@Argument ReleaseProtocolsInput input, Viewer viewer) {
    return new ReleaseProtocolsPayload(releases.releaseAll(viewer, input));
  }

  @MutationMapping
  ProtocolPayload submitProtocol(@Argument VersionedId<Protocol> input, Viewer viewer) {
    return new ProtocolPayload(transitions.submit(viewer, input));
  }

  @MutationMapping
  ProtocolPayload approveProtocol(@Argument VersionedId<Protocol> input, Viewer viewer) {
    return new ProtocolPayload(transitions.approve(viewer, input));
  }

  @MutationMapping
  ProtocolPayload validateProtocol(@Argument VersionedId<Protocol> input, Viewer viewer) {
    return new ProtocolPayload(transitions.validate(viewer, input));
  }

  @MutationMapping
  ProtocolPayload finalizeProtocol(@Argument VersionedId<Protocol> input, Viewer viewer) {
    return new ProtocolPayload(transitions.finalizeProtocol(viewer, input));
  }

  @MutationMapping
  ProtocolPayload rejectProtocol(@Argument RejectProtocolInput input, Viewer viewer) {
    return new ProtocolPayload(transitions.reject(viewer, input));
  }

  @MutationMapping
  ProtocolPayload resumeProtocol(@Argument VersionedId<Protocol> input, Viewer viewer) {
    return new ProtocolPayload(transitions.resume(viewer, input));
  }

  @MutationMapping
  ProtocolPayload reopenProtocol(@Argument ReopenProtocolInput input, Viewer viewer) {
    return new ProtocolPayload(transitions.reopen(viewer, input));
  }

  @MutationMapping
  ProtocolPayload cancelProtocol(@Argument CancelProtocolInput input, Viewer viewer) {
    return new ProtocolPayload(transitions.cancel(viewer, input));
  }
}
