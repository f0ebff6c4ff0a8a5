package io.protoworks.protocol;

import io.protoworks.completion.Completion;
import io.protoworks.plant.Project;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import io.protoworks.template.ProtocolType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who sees which protocols: all of a project, or for a SUPPLIER those that name their company. */
@Service
public class ProtocolService {
  private final ProtocolMapper protocols;
  private final ProtocolEquipmentCompanyMapper assignments;
  private final ProtocolStatusHistoryMapper history;

  ProtocolService(
      ProtocolMapper protocols,
      ProtocolEquipmentCompanyMapper assignments,
      ProtocolStatusHistoryMapper history) {
    this.protocols = protocols;
    this.assignments = assignments;
    this.history = history;
  }

  /** The statement of one kind of parent that finds a page of protocols under each. */
  interface Pages {
    List<ProtocolUnder> list(
        UUID viewer, UUID[] parentIds, ProtocolArguments.ProtocolFilter filter, Page page);
  }

  /** The statement of one kind of parent that counts the protocols under each. */
  interface Counts {
    List<ParentCount> count(UUID viewer, UUID[] parentIds, ProtocolArguments.ProtocolFilter filter);
  }

  /** The protocols of these ids that the viewer sees. */
  public List<Protocol> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return protocols.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  /** The protocols of these ids, for whoever already sees what names them. */
  public List<Protocol> listByIds(Collection<UUID> ids) {
    return protocols.listByIds(Rows.keys(ids));
  }

  @Nullable Protocol findByNumber(Viewer viewer, String projectCode, int number) {
    return protocols.findByNumber(viewer.userId(), projectCode, number);
  }

  Connection<Protocol> list(
      Viewer viewer, @Nullable Id<Project> projectId, ProtocolArguments arguments) {
    UUID project = projectId == null ? null : projectId.uuid();
    Page page = arguments.page();
    return Connection.of(
        protocols.listMatching(viewer.userId(), project, arguments.matching(), page),
        page,
        arguments.place(),
        () -> protocols.countMatching(viewer.userId(), project, arguments.matching()));
  }

  /** So many protocols of a subsystem that the viewer sees, by number, after one of them. */
  public List<Protocol> listInSubsystem(
      Viewer viewer, UUID subsystemId, @Nullable Protocol after, int rows) {
    return listUnder(
        ofSubsystems(), viewer, subsystemId, ProtocolArguments.ProtocolFilter.NONE, after, rows);
  }

  /** The same, of one stage only. */
  public List<Protocol> listInSubsystem(
      Viewer viewer, UUID subsystemId, ProtocolType stage, @Nullable Protocol after, int rows) {
    return listUnder(
        ofSubsystems(),
        viewer,
        subsystemId,
        ProtocolArguments.ProtocolFilter.of(stage),
        after,
        rows);
  }

  private static List<Protocol> listUnder(
      Pages pages,
      Viewer viewer,
      UUID parentId,
      ProtocolArguments.ProtocolFilter filter,
      @Nullable Protocol after,
      int rows) {
    Page page =
        after == null
            ? Page.following(rows, null, null)
            : Page.following(rows, Integer.toString(after.number()), after.id());
    return pages.list(viewer.userId(), new UUID[] {parentId}, filter, page).stream()
        .map(ProtocolUnder::protocol)
        .toList();
  }

  List<ProtocolUnder> listUnder(
      Pages pages,
      Viewer viewer,
      Collection<UUID> parentIds,
      ProtocolArguments arguments,
      Page page) {
    return pages.list(viewer.userId(), Rows.keys(parentIds), arguments.matching(), page);
  }

  Map<UUID, Integer> countUnder(
      Counts counts, Viewer viewer, Collection<UUID> parentIds, ProtocolArguments arguments) {
    return ParentCount.byParent(
        counts.count(viewer.userId(), Rows.keys(parentIds), arguments.matching()));
  }

  Pages ofProjects() {
    return protocols::listByProjectIds;
  }

  Pages ofAreas() {
    return protocols::listByAreaIds;
  }

  Pages ofSystems() {
    return protocols::listBySystemIds;
  }

  Pages ofSubsystems() {
    return protocols::listBySubsystemIds;
  }

  Pages ofEquipments() {
    return protocols::listByEquipmentIds;
  }

  Pages ofTemplates() {
    return protocols::listByTemplateIds;
  }

  Counts countsOfProjects() {
    return protocols::countByProjectIds;
  }

  Counts countsOfAreas() {
    return protocols::countByAreaIds;
  }

  Counts countsOfSystems() {
    return protocols::countBySystemIds;
  }

  Counts countsOfSubsystems() {
    return protocols::countBySubsystemIds;
  }

  Counts countsOfEquipments() {
    return protocols::countByEquipmentIds;
  }

  Counts countsOfTemplates() {
    return protocols::countByTemplateIds;
  }

  /**
   * How complete these equipments are; outstanding where the viewer sees no live protocol, and one
   * is needed.
   */
  Map<UUID, Completion> completionOfEquipments(Viewer viewer, Collection<UUID> equipmentIds) {
    Map<UUID, Completion> found =
        protocols.listCompletionByEquipmentIds(viewer.userId(), Rows.keys(equipmentIds)).stream()
            .collect(
                Collectors.toMap(
                    EquipmentCompletion::equipmentId, EquipmentCompletion::completion));
    return equipmentIds.stream()
        .collect(
            Collectors.toMap(Function.identity(), id -> found.getOrDefault(id, Completion.OS)));
  }

  /** What these protocols check, and for whom; seen by whoever sees the protocols. */
  public List<ProtocolEquipmentCompany> listAssignments(Collection<UUID> protocolIds) {
    return assignments.listByProtocolIds(Rows.keys(protocolIds));
  }

  /** The steps of these protocols; seen by whoever sees the protocols. */
  public List<ProtocolStatusHistory> listHistory(Collection<UUID> protocolIds) {
    return history.listByProtocolIds(Rows.keys(protocolIds));
  }
}
