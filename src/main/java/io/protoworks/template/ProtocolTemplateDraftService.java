package io.protoworks.template;

import io.protoworks.identity.DisciplineService;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Id;
import io.protoworks.platform.Problem;
import io.protoworks.platform.Refused;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.template.ProtocolTemplateInputs.ChangeProtocolTemplateInput;
import io.protoworks.template.ProtocolTemplateInputs.CreateProtocolTemplateInput;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is written into drafts: the first of a code, the next, and how each is changed. */
@Service
class ProtocolTemplateDraftService {
  private static final String TYPE = ProtocolTemplateService.TYPE;
  private static final String DISCIPLINE = "disciplineId";

  private final ProtocolTemplateMapper templates;
  private final ProtocolTemplateService locks;
  private final ProtocolTemplateItemService items;
  private final DisciplineService disciplines;
  private final Changes changes;

  ProtocolTemplateDraftService(
      ProtocolTemplateMapper templates,
      ProtocolTemplateService locks,
      ProtocolTemplateItemService items,
      DisciplineService disciplines,
      Changes changes) {
    this.templates = templates;
    this.locks = locks;
    this.items = items;
    this.disciplines = disciplines;
    this.changes = changes;
  }

  @Transactional
  ProtocolTemplate create(Viewer viewer, CreateProtocolTemplateInput input) {
    viewer.require(TemplatePermission.TEMPLATES_WRITE);
    TemplateDefinition definition = input.definition();
    Problem.refuse(ItemDefinition.problems(definition.items(), ItemConfigInput::path));
    requireDiscipline(null, definition, DISCIPLINE);
    return insert(viewer, input.code(), 1, null, definition);
  }

  @Transactional
  ProtocolTemplate change(Viewer viewer, ChangeProtocolTemplateInput input) {
    ProtocolTemplate before =
        locks.lock(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    requireDraft(before);
    TemplateDefinition definition = input.definition();
    Problem.refuse(ItemDefinition.problems(definition.items(), ItemConfigInput::path));
    requireDiscipline(before.disciplineId(), definition, DISCIPLINE);
    ProtocolTemplate after = templates.update(viewer.userId(), before.id(), definition);
    items.replaceAll(viewer, after, definition.items());
    changes.record(viewer, Change.changed(TYPE, after.id(), null, before, after));
    return after;
  }

  /** Makes the next version: a draft that says what the last published one says. */
  @Transactional
  ProtocolTemplate createVersion(Viewer viewer, VersionedId<ProtocolTemplate> input) {
    ProtocolTemplate source = locks.lock(viewer, input);
    refuseWhileDrafted(source.code(), "id");
    if (!source.isUsable()) {
      throw Refused.inTheWay(
          "%s is out of use or not published; start from a version that is in use."
              .formatted(source.name()),
          List.of(source),
          1);
    }
    locks.requireLatest(source, "start from that one");
    TemplateDefinition definition =
        TemplateDefinition.of(source, items.listByTemplateIds(List.of(source.id())));
    return insert(viewer, source.code(), nextVersion(source.code()), source.id(), definition);
  }

  /**
   * Adds what was written elsewhere: the first version of its code, or the next where the code is
   * known. Whether the items are sound its caller has asked.
   */
  @Transactional
  ProtocolTemplate add(
      Viewer viewer, String code, TemplateDefinition definition, ImportPlaces places) {
    requireAddable(code, definition, places);
    ProtocolTemplate published = templates.findByCode(code, null);
    return insert(
        viewer, code, nextVersion(code), published == null ? null : published.id(), definition);
  }

  /** Refuses what {@link #add} would refuse, too. */
  void requireAddable(String code, TemplateDefinition definition, ImportPlaces places) {
    requireDiscipline(null, definition, places.discipline());
    refuseWhileDrafted(code, places.code());
  }

  private ProtocolTemplate insert(
      Viewer viewer,
      String code,
      int version,
      @Nullable UUID previousId,
      TemplateDefinition definition) {
    ProtocolTemplate created =
        templates.insert(viewer.userId(), code, version, previousId, definition);
    changes.record(viewer, Change.created(TYPE, created.id(), null, created));
    items.replaceAll(viewer, created, definition.items());
    return created;
  }

  private int nextVersion(String code) {
    ProtocolTemplate last = templates.findLast(code);
    return last == null ? 1 : last.templateVersion() + 1;
  }

  private void refuseWhileDrafted(String code, String field) {
    ProtocolTemplate draft = templates.findActiveDraft(code);
    if (draft != null) {
      throw Refused.inTheWay(
          field,
          "%s is a draft; go on with that one, or deactivate it first.".formatted(draft.name()),
          List.of(draft),
          1);
    }
  }

  private static void requireDraft(ProtocolTemplate template) {
    if (template.status() != TemplateStatus.DRAFT) {
      throw Refused.inTheWay(
          "%s is published and does not change; make a new version, or withdraw it while no protocol was released from it."
              .formatted(template.name()),
          List.of(template),
          1);
    }
    ProtocolTemplateService.requireInUse(template);
  }

  /** A discipline that was named before may have gone out of use meanwhile. */
  private void requireDiscipline(
      @Nullable UUID before, TemplateDefinition definition, String field) {
    UUID discipline = definition.disciplineId();
    if (discipline != null && !discipline.equals(before)) {
      disciplines.requireInUse(new Id<>(discipline), field);
    }
  }
}
