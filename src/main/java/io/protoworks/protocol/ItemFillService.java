package io.protoworks.protocol;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Failure;
import io.protoworks.platform.PlatformErrorCode;
import io.protoworks.platform.Refused;
import io.protoworks.platform.UserError;
import io.protoworks.platform.UserError.InvalidInput;
import io.protoworks.platform.UserError.StaleVersion;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ItemJudge.Judgement;
import io.protoworks.protocol.ItemJudge.Problem;
import io.protoworks.protocol.ProtocolItemInputs.FillItemInput;
import io.protoworks.protocol.ProtocolItemInputs.FillItemsInput;
import io.protoworks.protocol.ProtocolSteps.Reason;
import io.protoworks.template.ItemConfigReader;
import io.protoworks.template.ProtocolTemplateItem;
import io.protoworks.template.ProtocolTemplateItemService;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives values to items of a protocol. Each item has a result of its own: a value that can't be
 * taken says why, and keeps the others from nothing. The first accepted value begins the work.
 */
@Service
class ItemFillService {
  private static final String TYPE = "ProtocolItem";
  private static final int MAXIMUM_ITEMS = 500;
  private static final Pattern STEPS = Pattern.compile("[.\\[\\]]+");

  private final ProtocolCases cases;
  private final ProtocolSteps steps;
  private final ProtocolItemMapper items;
  private final ProtocolTemplateItemService templateItems;
  private final ItemContexts contexts;
  private final Changes changes;

  ItemFillService(
      ProtocolCases cases,
      ProtocolSteps steps,
      ProtocolItemMapper items,
      ProtocolTemplateItemService templateItems,
      ItemContexts contexts,
      Changes changes) {
    this.cases = cases;
    this.steps = steps;
    this.items = items;
    this.templateItems = templateItems;
    this.contexts = contexts;
    this.changes = changes;
  }

  /**
   * What became of one item.
   *
   * @param item as it is now; null where the protocol has none of that id
   * @param errors why its value was not taken; empty when it was
   */
  record FillItemResult(@Nullable ProtocolItem item, List<UserError> errors) {}

  /** All results, in the order of the input, and the protocol as it is now. */
  record Filled(Protocol protocol, List<FillItemResult> results) {}

  @Transactional
  Filled fill(Viewer viewer, FillItemsInput input) {
    requireSize(input.items());
    ProtocolCase opened = cases.openForItems(viewer, input.protocolId().uuid());
    requireMayFill(opened, input.items());
    UUID[] ids = input.items().stream().map(item -> item.id().uuid()).toArray(UUID[]::new);
    Map<UUID, ProtocolItem> found =
        items.lockByProtocolId(opened.protocol().id(), ids).stream()
            .collect(Collectors.toMap(ProtocolItem::id, Function.identity()));
    Batch batch = judge(viewer, opened, input.items(), found);
    if (batch.accepted.isEmpty() && batch.cleared.isEmpty()) {
      return new Filled(opened.protocol(), batch.results(found));
    }
    Protocol protocol =
        opened.protocol().status() == ProtocolStatus.RELEASED && !batch.accepted.isEmpty()
            ? start(viewer, opened)
            : opened.protocol();
    found.putAll(write(viewer, protocol, batch, found));
    return new Filled(protocol, batch.results(found));
  }

  private static void requireSize(List<FillItemInput> asked) {
    if (asked.isEmpty() || asked.size() > MAXIMUM_ITEMS) {
      throw Refused.invalid("items", "Fill 1 to %d items at once.".formatted(MAXIMUM_ITEMS));
    }
    Set<UUID> ids = new HashSet<>();
    if (!asked.stream().allMatch(item -> ids.add(item.id().uuid()))) {
      throw Refused.invalid("items", "Name each item once.");
    }
  }

  /** Others only sign, where an item asks for their signature, once the work has begun. */
  private void requireMayFill(ProtocolCase opened, List<FillItemInput> asked) {
    Protocol protocol = opened.protocol();
    boolean signs =
        protocol.status() == ProtocolStatus.IN_PROGRESS
            && asked.stream()
                .allMatch(fill -> fill.value() != null && fill.value().signature() != null);
    if (!signs && !ProtocolParties.mayExecute(protocol, opened.facts(), opened.standing())) {
      throw Failure.forbiddenBecause(
          "Items are filled by a technician of the executor, or by a SUPPLIER of a FORNECEDOR that"
              + " executes the protocol. Others sign those that ask for it, once work has begun.");
    }
    if (ProtocolTransition.START.startsAt(protocol.status())) {
      steps.requireClear(opened, ProtocolTransition.START);
    } else if (!protocol.status().takesValues()) {
      throw TransitionBlocked.wrongStatus(
          protocol,
          "The protocol is %s; only one that is RELEASED or IN_PROGRESS takes values."
              .formatted(protocol.status()));
    }
  }

  private Protocol start(Viewer viewer, ProtocolCase opened) {
    return steps.take(
        viewer, opened, ProtocolTransition.START, ProtocolStatus.IN_PROGRESS, Reason.NONE);
  }

  /** What is asked, as it was judged. */
  private static final class Batch {
    /** One moment for judging and keeping: both find instruments in date on the same day. */
    private final OffsetDateTime at;

    private final List<UUID> order = new ArrayList<>();
    private final Map<UUID, List<UserError>> errors = new HashMap<>();
    private final List<JudgedValue> accepted = new ArrayList<>();
    private final List<UUID> cleared = new ArrayList<>();

    Batch(OffsetDateTime at) {
      this.at = at;
    }

    List<FillItemResult> results(Map<UUID, ProtocolItem> found) {
      return order.stream()
          .map(id -> new FillItemResult(found.get(id), errors.getOrDefault(id, List.of())))
          .toList();
    }
  }

  private Batch judge(
      Viewer viewer,
      ProtocolCase opened,
      List<FillItemInput> asked,
      Map<UUID, ProtocolItem> found) {
    Batch batch = new Batch(steps.now());
    Map<UUID, ProtocolTemplateItem> templates =
        templateItems
            .listByIds(found.values().stream().map(ProtocolItem::templateItemId).toList())
            .stream()
            .collect(Collectors.toMap(ProtocolTemplateItem::id, Function.identity()));
    ItemContexts.Reader reader = contexts.reader(viewer, opened, found.values(), asked, batch.at);
    for (int index = 0; index < asked.size(); index++) {
      FillItemInput fill = asked.get(index);
      UUID id = fill.id().uuid();
      batch.order.add(id);
      ProtocolItem item = found.get(id);
      UserError refusal = refusal(item, fill, index);
      ItemValueInput value = fill.value();
      if (refusal != null) {
        batch.errors.put(id, List.of(refusal));
      } else if (value == null) {
        batch.cleared.add(id);
      } else if (item != null) {
        ProtocolTemplateItem template = templates.get(item.templateItemId());
        Judgement judgement =
            ItemJudge.judge(
                ItemConfigReader.read(
                    item.itemType(), template == null ? null : template.configJson()),
                value,
                reader.of(item));
        take(batch, value, id, index, judgement);
      }
    }
    return batch;
  }

  private static void take(
      Batch batch, ItemValueInput value, UUID id, int index, Judgement judgement) {
    if (judgement.value() == null) {
      batch.errors.put(
          id,
          judgement.problems().stream().<UserError>map(bad -> invalid(index, value, bad)).toList());
    } else {
      batch.accepted.add(
          new JudgedValue(
              id,
              ItemValues.json(judgement.value()),
              judgement.outcome(),
              judgement.needsPendency(),
              judgement.needsPhoto()));
    }
  }

  private static @Nullable UserError refusal(
      @Nullable ProtocolItem item, FillItemInput fill, int index) {
    if (item == null) {
      return new InvalidInput(
          "The protocol has no such item.", PlatformErrorCode.UNKNOWN_REFERENCE, path(index, "id"));
    }
    if (item.version() != fill.expectedVersion()) {
      return StaleVersion.of(path(index, "expectedVersion"), item);
    }
    if (item.approvalStatus() != ItemApprovalStatus.PENDING) {
      return new InvalidInput(
          "The item is %s already and stays as it is.".formatted(item.approvalStatus()),
          ProtocolErrorCode.ITEM_JUDGED,
          path(index, "id"));
    }
    return null;
  }

  private static InvalidInput invalid(int index, ItemValueInput value, Problem problem) {
    return new InvalidInput(
        problem.message(), problem.code(), path(index, "value", value.member(), problem.path()));
  }

  /** Steps as they are in the input: {@code readings[0].point} leads through a list. */
  private static List<String> path(int index, String... fields) {
    return Stream.concat(
            Stream.of("input", "items", Integer.toString(index)),
            Stream.of(fields).flatMap(field -> Stream.of(STEPS.split(field))))
        .filter(step -> !step.isEmpty())
        .toList();
  }

  private Map<UUID, ProtocolItem> write(
      Viewer viewer, Protocol protocol, Batch batch, Map<UUID, ProtocolItem> before) {
    List<ProtocolItem> filled =
        batch.accepted.isEmpty()
            ? List.of()
            : items.fillAll(
                viewer.userId(),
                viewer.client().address(),
                batch.at,
                protocol.round(),
                ItemValueColumns.of(batch.accepted));
    List<ProtocolItem> cleared =
        batch.cleared.isEmpty() ? List.of() : items.clearAll(batch.cleared.toArray(UUID[]::new));
    filled.forEach(item -> record(viewer, protocol, "filled", before.get(item.id()), item));
    cleared.forEach(item -> record(viewer, protocol, "cleared", before.get(item.id()), item));
    return Stream.concat(filled.stream(), cleared.stream())
        .collect(Collectors.toMap(ProtocolItem::id, Function.identity()));
  }

  private void record(
      Viewer viewer,
      Protocol protocol,
      String verb,
      @Nullable ProtocolItem before,
      ProtocolItem after) {
    changes.record(
        viewer,
        Change.of(Change.Action.UPDATE, TYPE, verb, after.id(), protocol.projectId(), before, after)
            .in(protocol.subsystemId()));
  }
}
