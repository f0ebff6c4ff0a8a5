package io.protoworks.template;

import io.protoworks.platform.Json;
import io.protoworks.platform.JsonForms;
import io.protoworks.template.TemplateDifference.FieldDifference;
import io.protoworks.template.TemplateDifference.ItemDifference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares versions. Items are the same when their codes are, points of readings when their names
 * are; an item has moved when it is not enough to add and remove others to put it where it is.
 */
final class TemplateDifferences {
  private static final String CONFIG = "config";
  private static final String POINTS = "points";

  private final List<FieldDifference> fields = new ArrayList<>();

  private TemplateDifferences() {}

  static TemplateDifference between(TemplateContent from, TemplateContent to) {
    Map<String, ProtocolTemplateItem> before = byCode(from.items());
    Map<String, ProtocolTemplateItem> after = byCode(to.items());
    return new TemplateDifference(
        from.template(),
        to.template(),
        headers(from, to),
        to.items().stream().filter(item -> !before.containsKey(item.code())).toList(),
        from.items().stream().filter(item -> !after.containsKey(item.code())).toList(),
        changed(to.items(), before));
  }

  private static Map<String, ProtocolTemplateItem> byCode(List<ProtocolTemplateItem> items) {
    return items.stream()
        .collect(Collectors.toMap(ProtocolTemplateItem::code, Function.identity()));
  }

  private static List<FieldDifference> headers(TemplateContent from, TemplateContent to) {
    TemplateDifferences differences = new TemplateDifferences();
    ProtocolTemplate before = from.template();
    ProtocolTemplate after = to.template();
    differences.compare("code", before.code(), after.code());
    differences.compare("type", before.type().name(), after.type().name());
    differences.compare("description", before.description(), after.description());
    differences.compare("discipline", from.disciplineCode(), to.disciplineCode());
    return differences.fields;
  }

  private static List<ItemDifference> changed(
      List<ProtocolTemplateItem> items, Map<String, ProtocolTemplateItem> before) {
    List<ProtocolTemplateItem> kept =
        items.stream().filter(item -> before.containsKey(item.code())).toList();
    Set<Integer> inOrder =
        longestRise(kept.stream().map(item -> previous(before, item).order()).toList());
    List<ItemDifference> changed = new ArrayList<>();
    for (int index = 0; index < kept.size(); index++) {
      ProtocolTemplateItem after = kept.get(index);
      ProtocolTemplateItem previous = previous(before, after);
      boolean moved = !inOrder.contains(index);
      List<FieldDifference> fields = fields(previous, after);
      if (moved || !fields.isEmpty()) {
        changed.add(new ItemDifference(previous, after, moved, fields));
      }
    }
    return changed;
  }

  private static ProtocolTemplateItem previous(
      Map<String, ProtocolTemplateItem> before, ProtocolTemplateItem item) {
    return Objects.requireNonNull(before.get(item.code()));
  }

  /** The places of a longest rising part: what need not move. */
  static Set<Integer> longestRise(List<Integer> numbers) {
    // For each length, where the rise of that length ends that ends lowest; and what came before.
    List<Integer> ends = new ArrayList<>();
    int[] before = new int[numbers.size()];
    for (int place = 0; place < numbers.size(); place++) {
      int length = 0;
      while (length < ends.size() && numbers.get(ends.get(length)) < numbers.get(place)) {
        length++;
      }
      before[place] = length == 0 ? -1 : ends.get(length - 1);
      if (length == ends.size()) {
        ends.add(place);
      } else {
        ends.set(length, place);
      }
    }
    Set<Integer> places = new HashSet<>();
    for (int place = ends.isEmpty() ? -1 : ends.getLast(); place >= 0; place = before[place]) {
      places.add(place);
    }
    return places;
  }

  private static List<FieldDifference> fields(
      ProtocolTemplateItem before, ProtocolTemplateItem after) {
    TemplateDifferences differences = new TemplateDifferences();
    differences.compare("description", before.description(), after.description());
    differences.compare("helpText", before.helpText(), after.helpText());
    differences.compare("required", before.required(), after.required());
    Map<String, Object> configBefore = JsonForms.members(before.config());
    Map<String, Object> configAfter = JsonForms.members(after.config());
    if (before.itemType() == after.itemType()) {
      differences.members(CONFIG, configBefore, configAfter);
    } else {
      differences.compare("itemType", before.itemType().name(), after.itemType().name());
      differences.compare(CONFIG, configBefore, configAfter);
    }
    return differences.fields;
  }

  private void members(String path, Map<?, ?> before, Map<?, ?> after) {
    Set<Object> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (Object name : names) {
      String place = path + "." + name;
      Object old = before.get(name);
      Object now = after.get(name);
      if (old instanceof Map<?, ?> oldMembers && now instanceof Map<?, ?> nowMembers) {
        members(place, oldMembers, nowMembers);
      } else if (name.equals(POINTS)
          && old instanceof List<?> oldPoints
          && now instanceof List<?> nowPoints) {
        points(place, byName(oldPoints), byName(nowPoints));
      } else {
        compare(place, old, now);
      }
    }
  }

  private static Map<String, Map<?, ?>> byName(List<?> points) {
    Map<String, Map<?, ?>> byName = new LinkedHashMap<>();
    points.forEach(
        point -> {
          if (point instanceof Map<?, ?> members) {
            byName.put(String.valueOf(members.get("point")), members);
          }
        });
    return byName;
  }

  private void points(String path, Map<String, Map<?, ?>> before, Map<String, Map<?, ?>> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String place = "%s[%s]".formatted(path, name);
      Map<?, ?> old = before.get(name);
      Map<?, ?> now = after.get(name);
      if (old != null && now != null) {
        members(place, old, now);
      } else {
        compare(place, old, now);
      }
    }
    List<String> oldOrder = before.keySet().stream().filter(after::containsKey).toList();
    List<String> nowOrder = after.keySet().stream().filter(before::containsKey).toList();
    compare(path, oldOrder, nowOrder);
  }

  private void compare(String path, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      fields.add(new FieldDifference(path, json(before), json(after)));
    }
  }

  private static @Nullable Json json(@Nullable Object value) {
    return value == null ? null : JsonForms.json(value);
  }
}
