package io.protoworks.pendency;

import io.protoworks.pendency.PendencyArguments.PendencyFilter;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Pages of pendencies under what has pendencies. */
@Mapper
interface PendencyListMapper {
  List<PendencyUnder> listByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter,
      @Param("page") Page page);

  List<PendencyUnder> listByAreaIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter,
      @Param("page") Page page);

  List<PendencyUnder> listBySystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter,
      @Param("page") Page page);

  List<PendencyUnder> listBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter,
      @Param("page") Page page);

  List<PendencyUnder> listByEquipmentIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter,
      @Param("page") Page page);

  List<PendencyUnder> listByProtocolIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter,
      @Param("page") Page page);

  List<PendencyUnder> listByProtocolItemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter,
      @Param("page") Page page);

  List<ParentCount> countByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter);

  List<ParentCount> countByAreaIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter);

  List<ParentCount> countBySystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter);

  List<ParentCount> countBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter);

  List<ParentCount> countByEquipmentIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter);

  List<ParentCount> countByProtocolIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter);

  List<ParentCount> countByProtocolItemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") PendencyFilter filter);

  List<PendencyUnder> listBlockingByGateIds(
      @Param("viewer") UUID viewer, @Param("gateIds") UUID[] gateIds, @Param("page") Page page);

  List<ParentCount> countBlockingByGateIds(
      @Param("viewer") UUID viewer, @Param("gateIds") UUID[] gateIds);
}
