package io.protoworks.plant;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface SystemMapper {
  List<PlantSystem> listByIds(@Param("ids") UUID[] ids);

  List<PlantSystem> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<PlantSystem> listByAreaIds(
      @Param("viewer") UUID viewer,
      @Param("areaIds") UUID[] areaIds,
      @Param("includeInactive") boolean includeInactive);

  List<PlantSystem> listByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("projectIds") UUID[] projectIds,
      @Param("includeInactive") boolean includeInactive);

  List<SystemCounts> listCountsByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<PlantSystem> lockByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<PlantSystem> lockForChildren(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  PlantSystem insert(
      @Param("viewer") UUID viewer,
      @Param("parentId") UUID parentId,
      @Param("projectId") UUID projectId,
      @Param("name") String name,
      @Param("code") String code,
      @Param("description") @Nullable String description);

  PlantSystem update(
      @Param("viewer") UUID viewer,
      @Param("id") UUID id,
      @Param("parentId") UUID parentId,
      @Param("name") String name,
      @Param("code") String code,
      @Param("description") @Nullable String description);

  PlantSystem updateActive(
      @Param("viewer") UUID viewer, @Param("id") UUID id, @Param("isActive") boolean isActive);

  List<PlantSystem> listByCodes(
      @Param("projectId") UUID projectId, @Param("entries") BranchColumns entries);

  List<PlantSystem> insertAll(
      @Param("viewer") UUID viewer,
      @Param("projectId") UUID projectId,
      @Param("entries") BranchColumns entries);

  List<PlantSystem> updateAll(
      @Param("viewer") UUID viewer,
      @Param("ids") UUID[] ids,
      @Param("entries") BranchColumns entries);
}
