package io.protoworks.identity;

import io.protoworks.identity.DisciplineInputs.ChangeDisciplineInput;
import io.protoworks.identity.DisciplineInputs.CreateDisciplineInput;
import io.protoworks.platform.Connection;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class DisciplineController {
  private final DisciplineService disciplines;

  DisciplineController(DisciplineService disciplines) {
    this.disciplines = disciplines;
  }

  record DisciplinePayload(Discipline discipline) {}

  @QueryMapping
  @Nullable Discipline discipline(@Argument String code, Viewer viewer) {
    return disciplines.findByCode(viewer, code);
  }

  @QueryMapping
  Connection<Discipline> disciplines(@Arguments DisciplineQuery query, Viewer viewer) {
    return disciplines.list(viewer, query);
  }

  @MutationMapping
  DisciplinePayload createDiscipline(@Argument CreateDisciplineInput input, Viewer viewer) {
    return new DisciplinePayload(disciplines.create(viewer, input));
  }

  @MutationMapping
  DisciplinePayload changeDiscipline(@Argument ChangeDisciplineInput input, Viewer viewer) {
    return new DisciplinePayload(disciplines.change(viewer, input));
  }

  @MutationMapping
  DisciplinePayload deactivateDiscipline(@Argument VersionedId<Discipline> input, Viewer viewer) {
    return new DisciplinePayload(disciplines.deactivate(viewer, input));
  }

  @MutationMapping
  DisciplinePayload restoreDiscipline(@Argument VersionedId<Discipline> input, Viewer viewer) {
    return new DisciplinePayload(disciplines.restore(viewer, input));
  }
}
