package io.protoworks.protocol;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.protocol.ProtocolArguments.ProtocolFilter;
import io.protoworks.template.ProtocolType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ProtocolMapper {
  List<Protocol> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  @Nullable Protocol findVisibleById(@Param("viewer") UUID viewer, @Param("id") UUID id);

  List<Protocol> listByIds(@Param("ids") UUID[] ids);

  @Nullable Protocol findByNumber(
      @Param("viewer") UUID viewer,
      @Param("projectCode") String projectCode,
      @Param("number") int number);

  List<Protocol> listMatching(
      @Param("viewer") UUID viewer,
      @Param("projectId") @Nullable UUID projectId,
      @Param("filter") ProtocolFilter filter,
      @Param("page") Page page);

  int countMatching(
      @Param("viewer") UUID viewer,
      @Param("projectId") @Nullable UUID projectId,
      @Param("filter") ProtocolFilter filter);

  List<ProtocolUnder> listByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter,
      @Param("page") Page page);

  List<ProtocolUnder> listByAreaIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter,
      @Param("page") Page page);

  List<ProtocolUnder> listBySystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter,
      @Param("page") Page page);

  List<ProtocolUnder> listBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter,
      @Param("page") Page page);

  List<ProtocolUnder> listByEquipmentIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter,
      @Param("page") Page page);

  List<ProtocolUnder> listByTemplateIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter,
      @Param("page") Page page);

  List<ParentCount> countByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter);

  List<ParentCount> countByAreaIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter);

  List<ParentCount> countBySystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter);

  List<ParentCount> countBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter);

  List<ParentCount> countByEquipmentIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter);

  List<ParentCount> countByTemplateIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") ProtocolFilter filter);

  List<ProtocolUnder> listLiveByEquipmentIds(
      @Param("equipmentIds") UUID[] equipmentIds,
      @Param("stage") ProtocolType stage,
      @Param("templateCode") String templateCode);

  List<EquipmentCompletion> listCompletionByEquipmentIds(
      @Param("viewer") UUID viewer, @Param("equipmentIds") UUID[] equipmentIds);

  List<UUID> listBoundEquipmentIds(@Param("equipmentIds") UUID[] equipmentIds);

  List<Protocol> lockByIds(@Param("ids") UUID[] ids);

  Protocol lockById(@Param("id") UUID id);

  int takeNumbers(@Param("projectId") UUID projectId, @Param("count") int count);

  List<Protocol> insertAll(@Param("viewer") UUID viewer, @Param("drafts") ProtocolColumns drafts);

  Protocol updateDraft(
      @Param("viewer") UUID viewer,
      @Param("id") UUID id,
      @Param("executorCompanyId") UUID executorCompanyId,
      @Param("dueOn") @Nullable LocalDate dueOn);

  Protocol updateDueOn(
      @Param("viewer") UUID viewer,
      @Param("id") UUID id,
      @Param("dueOn") @Nullable LocalDate dueOn);

  /** Null where the protocol is no longer in the version that was judged. */
  @Nullable Protocol takeStep(@Param("viewer") UUID viewer, @Param("step") ProtocolStep step);

  List<Protocol> updateStatuses(
      @Param("viewer") UUID viewer, @Param("steps") ProtocolStepColumns steps);

  Protocol updateActive(
      @Param("viewer") UUID viewer, @Param("id") UUID id, @Param("isActive") boolean isActive);

  List<Protocol> releaseAwaiting(@Param("viewer") UUID viewer, @Param("gates") GateColumns gates);

  List<Protocol> holdReleased(@Param("viewer") UUID viewer, @Param("gates") GateColumns gates);

  List<Protocol> markBroken(
      @Param("viewer") UUID viewer,
      @Param("gates") GateColumns gates,
      @Param("gateBroken") boolean gateBroken);
}
