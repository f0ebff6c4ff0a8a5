package io.protoworks.template;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Problem;
import io.protoworks.platform.Refused;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a version as a whole: published, withdrawn, out of use and back. */
@Service
class ProtocolTemplateStatusService {
  private static final String TYPE = ProtocolTemplateService.TYPE;

  private final ProtocolTemplateMapper templates;
  private final ProtocolTemplateService locks;
  private final ProtocolTemplateItemService items;
  private final Changes changes;

  ProtocolTemplateStatusService(
      ProtocolTemplateMapper templates,
      ProtocolTemplateService locks,
      ProtocolTemplateItemService items,
      Changes changes) {
    this.templates = templates;
    this.locks = locks;
    this.items = items;
    this.changes = changes;
  }

  @Transactional
  ProtocolTemplate publish(Viewer viewer, VersionedId<ProtocolTemplate> input) {
    ProtocolTemplate before = locks.lock(viewer, input);
    if (before.status() == TemplateStatus.PUBLISHED) {
      throw Refused.inTheWay(
          "%s is published already.".formatted(before.name()), List.of(before), 1);
    }
    ProtocolTemplateService.requireInUse(before);
    requireSoundItems(before);
    return updateStatus(viewer, before, TemplateStatus.PUBLISHED, "published");
  }

  /** Items were checked when they were written; the rules may have become stricter since. */
  private void requireSoundItems(ProtocolTemplate template) {
    List<ItemDefinition> definitions =
        items.listByTemplateIds(List.of(template.id())).stream().map(ItemDefinition::of).toList();
    Problem.refuse(ItemDefinition.problems(definitions, ItemDefinition.ConfigPath.PLAIN));
  }

  @Transactional
  ProtocolTemplate withdraw(Viewer viewer, VersionedId<ProtocolTemplate> input) {
    ProtocolTemplate before = locks.lock(viewer, input);
    if (before.status() == TemplateStatus.DRAFT) {
      throw Refused.inTheWay(
          "%s is no more than a draft.".formatted(before.name()), List.of(before), 1);
    }
    if (before.frozenAt() != null) {
      throw Refused.inTheWay(
          "A protocol was released from %s, so it stays as it is; make a new version."
              .formatted(before.name()),
          List.of(before),
          1);
    }
    ProtocolTemplateService.requireInUse(before);
    locks.requireLatest(before, "go on with that one");
    return updateStatus(viewer, before, TemplateStatus.DRAFT, "withdrawn");
  }

  private ProtocolTemplate updateStatus(
      Viewer viewer, ProtocolTemplate before, TemplateStatus status, String verb) {
    ProtocolTemplate after = templates.updateStatus(viewer.userId(), before.id(), status);
    changes.record(
        viewer, Change.of(Change.Action.UPDATE, TYPE, verb, after.id(), null, before, after));
    return after;
  }

  @Transactional
  ProtocolTemplate deactivate(Viewer viewer, VersionedId<ProtocolTemplate> input) {
    ProtocolTemplate before = locks.lock(viewer, input);
    if (!before.isActive()) {
      return before;
    }
    ProtocolTemplate after = templates.updateActive(viewer.userId(), before.id(), false);
    changes.record(viewer, Change.deactivated(TYPE, after.id(), null, before, after));
    return after;
  }

  @Transactional
  ProtocolTemplate restore(Viewer viewer, VersionedId<ProtocolTemplate> input) {
    ProtocolTemplate before = locks.lock(viewer, input);
    if (before.isActive()) {
      return before;
    }
    ProtocolTemplate after = templates.updateActive(viewer.userId(), before.id(), true);
    changes.record(viewer, Change.restored(TYPE, after.id(), null, before, after));
    return after;
  }
}
