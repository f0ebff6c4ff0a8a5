package io.protoworks.template;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Viewer;
import io.protoworks.template.ProtocolTemplateItemColumns.Placed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The items of templates. Whoever is signed in may read them. */
@Service
public class ProtocolTemplateItemService {
  private static final String TYPE = "ProtocolTemplateItem";

  private final ProtocolTemplateItemMapper items;
  private final Changes changes;

  ProtocolTemplateItemService(ProtocolTemplateItemMapper items, Changes changes) {
    this.items = items;
    this.changes = changes;
  }

  public List<ProtocolTemplateItem> listByIds(Collection<UUID> ids) {
    return items.listByIds(ids.toArray(UUID[]::new));
  }

  /** The active items of these templates, in their order. */
  public List<ProtocolTemplateItem> listByTemplateIds(Collection<UUID> templateIds) {
    return listByTemplateIds(templateIds, false);
  }

  List<ProtocolTemplateItem> listByTemplateIds(
      Collection<UUID> templateIds, boolean includeInactive) {
    return items.listByTemplateIds(templateIds.toArray(UUID[]::new), includeInactive);
  }

  /**
   * Makes these the items of a template that is locked, in this order. An item is known by its
   * code: one that was taken out of use comes back, one that is not named goes out of use, and one
   * that stays as it was is not touched.
   */
  void replaceAll(Viewer viewer, ProtocolTemplate template, List<ItemDefinition> definitions) {
    Map<String, ProtocolTemplateItem> before =
        listByTemplateIds(List.of(template.id()), true).stream()
            .collect(Collectors.toMap(ProtocolTemplateItem::code, Function.identity()));
    List<Placed> added = new ArrayList<>();
    List<Placed> changed = new ArrayList<>();
    for (int index = 0; index < definitions.size(); index++) {
      ItemDefinition definition = definitions.get(index);
      ProtocolTemplateItem known = before.get(definition.code());
      int order = index + 1;
      if (known == null) {
        added.add(new Placed(null, order, definition));
      } else if (!definition.isAt(order, known)) {
        changed.add(new Placed(known.id(), order, definition));
      }
    }
    remove(viewer, before.values(), definitions);
    change(viewer, before, changed);
    add(viewer, template, added);
  }

  private void remove(
      Viewer viewer, Collection<ProtocolTemplateItem> before, List<ItemDefinition> definitions) {
    Set<String> named = definitions.stream().map(ItemDefinition::code).collect(Collectors.toSet());
    Map<UUID, ProtocolTemplateItem> removed =
        before.stream()
            .filter(item -> item.isActive() && !named.contains(item.code()))
            .collect(Collectors.toMap(ProtocolTemplateItem::id, Function.identity()));
    if (!removed.isEmpty()) {
      for (ProtocolTemplateItem after :
          items.deactivateAll(viewer.userId(), removed.keySet().toArray(UUID[]::new))) {
        changes.record(
            viewer,
            Change.deactivated(
                TYPE, after.id(), null, Objects.requireNonNull(removed.get(after.id())), after));
      }
    }
  }

  private void change(
      Viewer viewer, Map<String, ProtocolTemplateItem> before, List<Placed> changed) {
    if (changed.isEmpty()) {
      return;
    }
    for (ProtocolTemplateItem after :
        items.updateAll(viewer.userId(), ProtocolTemplateItemColumns.of(changed))) {
      ProtocolTemplateItem previous = Objects.requireNonNull(before.get(after.code()));
      changes.record(
          viewer,
          previous.isActive()
              ? Change.changed(TYPE, after.id(), null, previous, after)
              : Change.restored(TYPE, after.id(), null, previous, after));
    }
  }

  private void add(Viewer viewer, ProtocolTemplate template, List<Placed> added) {
    if (added.isEmpty()) {
      return;
    }
    for (ProtocolTemplateItem created :
        items.insertAll(viewer.userId(), template.id(), ProtocolTemplateItemColumns.of(added))) {
      changes.record(viewer, Change.created(TYPE, created.id(), null, created));
    }
  }
}
