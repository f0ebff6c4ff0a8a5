package io.protoworks.plant;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface TeamMemberMapper {
  List<TeamMember> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<TeamMember> listByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("projectIds") UUID[] projectIds,
      @Param("page") Page page);

  List<ParentCount> countByProjectIds(
      @Param("viewer") UUID viewer, @Param("projectIds") UUID[] projectIds);

  List<TeamMember> lockByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  TeamMember insert(
      @Param("viewer") UUID viewer,
      @Param("projectId") UUID projectId,
      @Param("userId") UUID userId,
      @Param("roleId") @Nullable UUID roleId);

  @Nullable TeamMember insertMissing(
      @Param("viewer") UUID viewer,
      @Param("projectId") UUID projectId,
      @Param("userId") UUID userId);

  TeamMember updateRole(@Param("id") UUID id, @Param("roleId") @Nullable UUID roleId);

  int delete(@Param("id") UUID id);
}
