package io.protoworks.plant;

import io.protoworks.plant.EquipmentArguments.EquipmentFilter;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface EquipmentMapper {
  List<Equipment> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  @Nullable Equipment findByTagId(
      @Param("viewer") UUID viewer,
      @Param("projectCode") String projectCode,
      @Param("tagId") String tagId);

  List<Equipment> listByIds(@Param("ids") UUID[] ids);

  List<Equipment> lockForChildren(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Equipment> listInSubsystem(
      @Param("viewer") UUID viewer,
      @Param("subsystemId") UUID subsystemId,
      @Param("disciplineId") @Nullable UUID disciplineId,
      @Param("limit") int limit);

  List<Equipment> listMatching(
      @Param("viewer") UUID viewer,
      @Param("projectId") @Nullable UUID projectId,
      @Param("filter") EquipmentFilter filter,
      @Param("page") Page page);

  int countMatching(
      @Param("viewer") UUID viewer,
      @Param("projectId") @Nullable UUID projectId,
      @Param("filter") EquipmentFilter filter);

  List<EquipmentUnder> listByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") EquipmentFilter filter,
      @Param("page") Page page);

  List<EquipmentUnder> listByAreaIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") EquipmentFilter filter,
      @Param("page") Page page);

  List<EquipmentUnder> listBySystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") EquipmentFilter filter,
      @Param("page") Page page);

  List<EquipmentUnder> listBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") EquipmentFilter filter,
      @Param("page") Page page);

  List<ParentCount> countByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") EquipmentFilter filter);

  List<ParentCount> countByAreaIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") EquipmentFilter filter);

  List<ParentCount> countBySystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") EquipmentFilter filter);

  List<ParentCount> countBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("parentIds") UUID[] parentIds,
      @Param("filter") EquipmentFilter filter);

  List<Equipment> lockByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  Equipment insert(
      @Param("viewer") UUID viewer,
      @Param("projectId") UUID projectId,
      @Param("subsystemId") UUID subsystemId,
      @Param("tagId") String tagId,
      @Param("application") String application,
      @Param("disciplineId") @Nullable UUID disciplineId);

  Equipment update(
      @Param("viewer") UUID viewer,
      @Param("id") UUID id,
      @Param("subsystemId") UUID subsystemId,
      @Param("tagId") String tagId,
      @Param("application") String application,
      @Param("disciplineId") @Nullable UUID disciplineId);

  Equipment updateActive(
      @Param("viewer") UUID viewer, @Param("id") UUID id, @Param("isActive") boolean isActive);

  List<Equipment> listByTagIds(
      @Param("projectId") UUID projectId, @Param("tagIds") String[] tagIds);

  List<Equipment> insertAll(
      @Param("viewer") UUID viewer,
      @Param("projectId") UUID projectId,
      @Param("entries") EquipmentColumns entries);

  List<Equipment> updateAll(
      @Param("viewer") UUID viewer,
      @Param("ids") UUID[] ids,
      @Param("entries") EquipmentColumns entries);
}
