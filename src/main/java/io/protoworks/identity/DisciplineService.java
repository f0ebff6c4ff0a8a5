package io.protoworks.identity;

import io.protoworks.identity.DisciplineInputs.ChangeDisciplineInput;
import io.protoworks.identity.DisciplineInputs.CreateDisciplineInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The disciplines. Whoever is signed in sees all of them. One that is taken out of use stays with
 * what names it already, and can be given to nothing else.
 */
@Service
public class DisciplineService {
  private static final String TYPE = "Discipline";
  private static final String NOUN = "discipline";

  private final DisciplineMapper disciplines;
  private final Changes changes;

  DisciplineService(DisciplineMapper disciplines, Changes changes) {
    this.disciplines = disciplines;
    this.changes = changes;
  }

  /** The disciplines of these ids. */
  public List<Discipline> listByIds(Collection<UUID> ids) {
    return disciplines.listByIds(ids.toArray(UUID[]::new));
  }

  /**
   * Refuses a reference to a discipline that is not there or out of use.
   *
   * @param field the field of the input that names it
   */
  public void requireInUse(Id<Discipline> id, String field) {
    List<Discipline> found = listByIds(List.of(id.uuid()));
    if (found.isEmpty()) {
      throw Refused.unknown(field, NOUN);
    }
    if (!found.getFirst().isActive()) {
      throw Refused.invalid(
          field, "%s is out of use; choose another.".formatted(found.getFirst().name()));
    }
  }

  /** A viewer is asked for only so that there is one: nothing is hidden from whoever signed in. */
  public @Nullable Discipline findByCode(Viewer viewer, String code) {
    return disciplines.findByCode(code);
  }

  /** As {@link #findByCode}. */
  Connection<Discipline> list(Viewer viewer, DisciplineQuery query) {
    Page page = query.page();
    return Connection.of(
        disciplines.listMatching(query.matching(), page),
        page,
        query.place(),
        () -> disciplines.countMatching(query.matching()));
  }

  @Transactional
  Discipline create(Viewer viewer, CreateDisciplineInput input) {
    viewer.require(IdentityPermission.DISCIPLINES_WRITE);
    Discipline created = disciplines.insert(input);
    changes.record(viewer, Change.created(TYPE, created.id(), null, created));
    return created;
  }

  @Transactional
  Discipline change(Viewer viewer, ChangeDisciplineInput input) {
    Discipline before = lock(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    Discipline after = disciplines.update(input);
    changes.record(viewer, Change.changed(TYPE, after.id(), null, before, after));
    return after;
  }

  @Transactional
  Discipline deactivate(Viewer viewer, VersionedId<Discipline> input) {
    Discipline before = lock(viewer, input);
    if (!before.isActive()) {
      return before;
    }
    Discipline after = disciplines.updateActive(before.id(), false);
    changes.record(viewer, Change.deactivated(TYPE, after.id(), null, before, after));
    return after;
  }

  @Transactional
  Discipline restore(Viewer viewer, VersionedId<Discipline> input) {
    Discipline before = lock(viewer, input);
    if (before.isActive()) {
      return before;
    }
    Discipline after = disciplines.updateActive(before.id(), true);
    changes.record(viewer, Change.restored(TYPE, after.id(), null, before, after));
    return after;
  }

  private Discipline lock(Viewer viewer, VersionedId<Discipline> input) {
    viewer.require(IdentityPermission.DISCIPLINES_WRITE);
    Discipline found = disciplines.lockById(input.id().uuid());
    return Versioned.expect(found, input.expectedVersion(), NOUN);
  }
}
