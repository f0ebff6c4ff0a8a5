package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.identity.UserRole.ENGINEERING;
import static io.protoworks.identity.UserRole.MANAGER;
import static io.protoworks.identity.UserRole.TECHNICIAN;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.identity.Viewers;
import io.protoworks.platform.Client;
import io.protoworks.platform.Id;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ItemFillService.Filled;
import io.protoworks.protocol.ItemValue.CheckResult;
import io.protoworks.protocol.ItemValueInput.CheckboxValueInput;
import io.protoworks.protocol.ItemValueInput.DateValueInput;
import io.protoworks.protocol.ItemValueInput.NumberValueInput;
import io.protoworks.protocol.ItemValueInput.TextMultiValueInput;
import io.protoworks.protocol.ItemValueInput.TextSingleValueInput;
import io.protoworks.protocol.ProtocolItemInputs.ApproveItemsInput;
import io.protoworks.protocol.ProtocolItemInputs.FillItemInput;
import io.protoworks.protocol.ProtocolItemInputs.FillItemsInput;
import io.protoworks.template.ItemType;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The services, as the controllers call them. */
final class ServiceTransitions implements TransitionPlayer {
  private final ProtocolTransitionService transitions;
  private final ItemFillService fills;
  private final ItemApprovalService approvals;
  private final Viewer technician;
  private final Viewer manager;
  private final Viewer engineer;
  private final Viewer commissioner;

  ServiceTransitions(ApplicationContext server, Play.Cast cast) {
    transitions = server.getBean(ProtocolTransitionService.class);
    fills = server.getBean(ItemFillService.class);
    approvals = server.getBean(ItemApprovalService.class);
    Viewers viewers = server.getBean(Viewers.class);
    technician = viewer(viewers, cast, MONTADORA, TECHNICIAN);
    manager = viewer(viewers, cast, MONTADORA, MANAGER);
    engineer = viewer(viewers, cast, GERENCIADORA, ENGINEERING);
    commissioner = viewer(viewers, cast, COMISSIONADORA, MANAGER);
  }

  private static Viewer viewer(Viewers viewers, Play.Cast cast, CompanyType part, UserRole role) {
    return Objects.requireNonNull(viewers.find(cast.person(part, role).id(), Client.SELF));
  }

  @Override
  public void take(Step step, Subject subject) {
    VersionedId<Protocol> input = new VersionedId<>(new Id<>(subject.id()), step.expectedVersion());
    switch (step) {
      case RELEASE -> transitions.release(engineer, input);
      case FILL -> fill(subject);
      case SUBMIT -> transitions.submit(technician, input);
      case APPROVE -> transitions.approve(manager, input);
      case APPROVE_ITEMS ->
          approvals.approve(
              engineer,
              new ApproveItemsInput(
                  new Id<>(subject.id()),
                  subject.items().stream().map(item -> new Id<ProtocolItem>(item.id())).toList(),
                  null));
      case VALIDATE -> transitions.validate(engineer, input);
      case FINALIZE -> transitions.finalizeProtocol(commissioner, input);
    }
  }

  private void fill(Subject subject) {
    Filled filled =
        fills.fill(
            technician,
            new FillItemsInput(
                new Id<>(subject.id()),
                subject.items().stream()
                    .map(item -> new FillItemInput(new Id<>(item.id()), 1, value(item.type())))
                    .toList()));
    if (!filled.results().stream().allMatch(result -> result.errors().isEmpty())) {
      throw new IllegalStateException(filled.toString());
    }
  }

  private static ItemValueInput value(ItemType type) {
    return switch (type) {
      case NUMBER ->
          input(null, null, null, new NumberValueInput("12.5", null, null, null, null), null);
      case TEXT_SINGLE -> input(null, new TextSingleValueInput("As found", null), null, null, null);
      case TEXT_MULTI -> input(null, null, new TextMultiValueInput("As found", null), null, null);
      case DATE ->
          input(null, null, null, null, new DateValueInput(LocalDate.of(2026, 1, 31), null, null));
      default -> input(new CheckboxValueInput(CheckResult.OK, null), null, null, null, null);
    };
  }

  private static ItemValueInput input(
      @Nullable CheckboxValueInput checkbox,
      @Nullable TextSingleValueInput text,
      @Nullable TextMultiValueInput lines,
      @Nullable NumberValueInput number,
      @Nullable DateValueInput date) {
    return new ItemValueInput(checkbox, text, lines, number, null, null, date, null);
  }
}
