package io.protoworks.plant;

import io.protoworks.plant.ProjectInputs.ChangeProjectInput;
import io.protoworks.plant.ProjectInputs.CreateProjectInput;
import io.protoworks.plant.ProjectQuery.ProjectFilter;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ProjectMapper {
  List<Project> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  @Nullable Project findByCode(@Param("viewer") UUID viewer, @Param("code") String code);

  List<Project> listMatchingByCode(
      @Param("viewer") UUID viewer,
      @Param("filter") ProjectFilter filter,
      @Param("page") Page page);

  List<Project> listMatchingByName(
      @Param("viewer") UUID viewer,
      @Param("filter") ProjectFilter filter,
      @Param("page") Page page);

  int countMatching(@Param("viewer") UUID viewer, @Param("filter") ProjectFilter filter);

  List<ProjectUnder> listByCompanyIds(
      @Param("viewer") UUID viewer,
      @Param("companyIds") UUID[] companyIds,
      @Param("includeInactive") boolean includeInactive,
      @Param("page") Page page);

  List<ParentCount> countByCompanyIds(
      @Param("viewer") UUID viewer,
      @Param("companyIds") UUID[] companyIds,
      @Param("includeInactive") boolean includeInactive);

  List<ProjectCounts> listCountsByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Project> lockByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Project> lockForChildren(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  Project insert(
      @Param("viewer") UUID viewer,
      @Param("ownerId") UUID ownerId,
      @Param("clientCompanyId") UUID clientCompanyId,
      @Param("input") CreateProjectInput input);

  Project update(@Param("viewer") UUID viewer, @Param("input") ChangeProjectInput input);

  Project updateActive(
      @Param("viewer") UUID viewer, @Param("id") UUID id, @Param("isActive") boolean isActive);

  List<UUID> listFavoriteIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  int insertFavorite(@Param("viewer") UUID viewer, @Param("id") UUID id);

  int deleteFavorite(@Param("viewer") UUID viewer, @Param("id") UUID id);
}
