package io.protoworks.plant;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface SubsystemMapper {
  List<Subsystem> listByIds(@Param("ids") UUID[] ids);

  List<Subsystem> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Subsystem> listBySystemIds(
      @Param("viewer") UUID viewer,
      @Param("systemIds") UUID[] systemIds,
      @Param("includeInactive") boolean includeInactive);

  List<Subsystem> listByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("projectIds") UUID[] projectIds,
      @Param("includeInactive") boolean includeInactive);

  List<SubsystemCounts> listCountsByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Subsystem> lockByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Subsystem> lockForChildren(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  Subsystem insert(
      @Param("viewer") UUID viewer,
      @Param("parentId") UUID parentId,
      @Param("projectId") UUID projectId,
      @Param("name") String name,
      @Param("code") String code,
      @Param("description") @Nullable String description);

  Subsystem update(
      @Param("viewer") UUID viewer,
      @Param("id") UUID id,
      @Param("parentId") UUID parentId,
      @Param("name") String name,
      @Param("code") String code,
      @Param("description") @Nullable String description);

  Subsystem updateActive(
      @Param("viewer") UUID viewer, @Param("id") UUID id, @Param("isActive") boolean isActive);

  List<Subsystem> listByCodes(
      @Param("projectId") UUID projectId, @Param("entries") BranchColumns entries);

  List<Subsystem> insertAll(
      @Param("viewer") UUID viewer,
      @Param("projectId") UUID projectId,
      @Param("entries") BranchColumns entries);

  List<Subsystem> updateAll(
      @Param("viewer") UUID viewer,
      @Param("ids") UUID[] ids,
      @Param("entries") BranchColumns entries);
}
