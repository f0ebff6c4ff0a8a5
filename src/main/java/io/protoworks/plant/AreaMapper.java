package io.protoworks.plant;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface AreaMapper {
  List<Area> listByIds(@Param("ids") UUID[] ids);

  List<Area> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Area> listByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("projectIds") UUID[] projectIds,
      @Param("includeInactive") boolean includeInactive);

  List<AreaCounts> listCountsByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Area> lockByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Area> lockForChildren(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  Area insert(
      @Param("viewer") UUID viewer,
      @Param("projectId") UUID projectId,
      @Param("name") String name,
      @Param("code") String code,
      @Param("description") @Nullable String description);

  Area update(
      @Param("viewer") UUID viewer,
      @Param("id") UUID id,
      @Param("name") String name,
      @Param("code") String code,
      @Param("description") @Nullable String description);

  Area updateActive(
      @Param("viewer") UUID viewer, @Param("id") UUID id, @Param("isActive") boolean isActive);

  List<Area> listByCodes(
      @Param("projectId") UUID projectId, @Param("entries") BranchColumns entries);

  List<Area> insertAll(
      @Param("viewer") UUID viewer,
      @Param("projectId") UUID projectId,
      @Param("entries") BranchColumns entries);

  List<Area> updateAll(
      @Param("viewer") UUID viewer,
      @Param("ids") UUID[] ids,
      @Param("entries") BranchColumns entries);
}
