package io.protoworks.protocol;

import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyType;
import io.protoworks.plant.CompanyPart;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.ProjectAccess;
import io.protoworks.plant.ProjectStanding;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Id;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import io.protoworks.template.ProtocolTemplate;
import io.protoworks.template.ProtocolTemplateService;
import io.protoworks.template.ProtocolType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What one protocol and a thousand have in common when they are drawn up. */
@Service
class ProtocolDrafts {
  private static final Set<CompanyType> RELEASING =
      Set.of(CompanyType.GERENCIADORA, CompanyType.MONTADORA);

  private final ProtocolMapper protocols;
  private final ProtocolEquipmentCompanyMapper assignments;
  private final ProtocolStatusHistoryMapper history;
  private final ProtocolTemplateService templates;
  private final ProjectAccess access;
  private final Changes changes;

  ProtocolDrafts(
      ProtocolMapper protocols,
      ProtocolEquipmentCompanyMapper assignments,
      ProtocolStatusHistoryMapper history,
      ProtocolTemplateService templates,
      ProjectAccess access,
      Changes changes) {
    this.protocols = protocols;
    this.assignments = assignments;
    this.history = history;
    this.templates = templates;
    this.access = access;
    this.changes = changes;
  }

  /**
   * What all protocols of one input share.
   *
   * @param companyIds all companies to name, the executor first
   * @param standings who the viewer is in each project that they see
   */
  record Plan(
      ProtocolTemplate template,
      UUID executorCompanyId,
      List<UUID> companyIds,
      @Nullable LocalDate dueOn,
      Map<UUID, ProjectStanding> standings,
      List<CompanyPart> parts) {

    /** Why no protocol can be drawn up in the project; null when it can. */
    @Nullable String obstacle(UUID projectId) {
      if (!executes(projectId)) {
        return "The executor must take part in the project as %s; choose one that does."
            .formatted(
                template.type() == ProtocolType.C1 ? "MONTADORA or FORNECEDOR" : "COMISSIONADORA");
      }
      return companyIds.stream().allMatch(company -> takesPart(projectId, company))
          ? null
          : "Each company that a protocol names must take part in the project.";
    }

    /**
     * A company that takes no part in any of the projects is as unknown as one that is not there.
     */
    void requireKnownCompanies() {
      for (UUID company : companyIds) {
        if (parts.stream().noneMatch(part -> part.companyId().equals(company))) {
          throw Refused.unknown(
              company.equals(executorCompanyId) ? "executorCompanyId" : "companyIds",
              "company in the project");
        }
      }
    }

    /** Fails unless the viewer may draw protocols up in the project, with these companies. */
    void requireFit(UUID projectId) {
      requireMayDrawUp(standing(projectId));
      requireKnownCompanies();
      String obstacle = obstacle(projectId);
      if (obstacle != null) {
        throw Refused.invalid(executes(projectId) ? "companyIds" : "executorCompanyId", obstacle);
      }
    }

    ProjectStanding standing(UUID projectId) {
      ProjectStanding standing = standings.get(projectId);
      if (standing == null) {
        throw Failure.notFound("project");
      }
      return standing;
    }

    /** A draft for these equipments, which must be in use and of one subsystem. */
    ProtocolDraft draft(List<Equipment> equipments) {
      Equipment first = equipments.getFirst();
      for (Equipment equipment : equipments) {
        if (!equipment.subsystemId().equals(first.subsystemId())) {
          throw Refused.invalid(
              "equipmentIds", "All equipments of a protocol are of one subsystem.");
        }
        if (!equipment.isActive()) {
          throw Refused.inTheWay(
              "equipmentIds",
              "%s is out of use; restore it first.".formatted(equipment.tagId()),
              List.of(equipment),
              1);
        }
      }
      ProjectStanding standing = standing(first.projectId());
      return new ProtocolDraft(
          template,
          first.projectId(),
          first.subsystemId(),
          equipments.stream().map(Equipment::id).toList(),
          executorCompanyId,
          companyIds,
          RELEASING.stream().anyMatch(standing::hasPart) ? standing.companyId() : executorCompanyId,
          dueOn);
    }

    private boolean executes(UUID projectId) {
      return parts.stream()
          .filter(part -> part.projectId().equals(projectId))
          .filter(part -> part.companyId().equals(executorCompanyId))
          .anyMatch(
              part ->
                  template.type() == ProtocolType.C1
                      ? part.part() == CompanyType.MONTADORA
                          || part.part() == CompanyType.FORNECEDOR
                      : part.part() == CompanyType.COMISSIONADORA);
    }

    private boolean takesPart(UUID projectId, UUID companyId) {
      return parts.stream()
          .anyMatch(
              part -> part.projectId().equals(projectId) && part.companyId().equals(companyId));
    }
  }

  /** Reads what an input names; a template that is not published is refused. */
  Plan plan(
      Viewer viewer,
      Id<ProtocolTemplate> templateId,
      Id<Company> executorCompanyId,
      @Nullable List<Id<Company>> companyIds,
      @Nullable LocalDate dueOn,
      Collection<UUID> projectIds) {
    ProtocolTemplate template =
        templates.listByIds(List.of(templateId.uuid())).stream()
            .findFirst()
            .orElseThrow(() -> Refused.unknown("templateId", "template"));
    if (!template.isUsable()) {
      throw Refused.invalid(
          "templateId", "This version of the template is not published; choose one that is.");
    }
    List<UUID> companies =
        Stream.concat(
                Stream.of(executorCompanyId.uuid()),
                (companyIds == null ? List.<Id<Company>>of() : companyIds).stream().map(Id::uuid))
            .distinct()
            .toList();
    return new Plan(
        template,
        executorCompanyId.uuid(),
        companies,
        dueOn,
        access.listStandings(viewer, projectIds).stream()
            .collect(Collectors.toMap(ProjectStanding::projectId, Function.identity())),
        access.listParts(projectIds, companies));
  }

  /** Writes protocols of one project, in the order of their drafts; their subsystems are locked. */
  List<Protocol> insert(Viewer viewer, UUID projectId, List<ProtocolDraft> drafts) {
    int last = protocols.takeNumbers(projectId, drafts.size());
    List<Protocol> created =
        protocols
            .insertAll(viewer.userId(), ProtocolColumns.of(drafts, last - drafts.size() + 1))
            .stream()
            .sorted(java.util.Comparator.comparingInt(Protocol::number))
            .toList();
    assignments.insertAll(AssignmentColumns.of(created, drafts));
    history.appendAll(HistoryColumns.of(viewer, created));
    for (int index = 0; index < created.size(); index++) {
      Protocol protocol = created.get(index);
      changes.record(
          viewer,
          Change.created(ProtocolSteps.TYPE, protocol.id(), projectId, protocol)
              .with(drafts.get(index).assigned()));
    }
    return created;
  }

  static void requireMayDrawUp(ProjectStanding standing) {
    if (!ProtocolParties.mayRelease(standing)) {
      throw Failure.forbiddenBecause(
          "Protocols are drawn up and released by engineering or management of a GERENCIADORA or"
              + " MONTADORA of the project.");
    }
  }
}
