package io.protoworks.identity;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface RoleAssignmentMapper {
  /** Null when the user has the role already. */
  @Nullable RoleAssignment insert(
      @Param("userId") UUID userId,
      @Param("roleId") UUID roleId,
      @Param("assignedBy") UUID assignedBy);

  /** Null when the user does not have the role. */
  @Nullable RoleAssignment delete(@Param("userId") UUID userId, @Param("roleId") UUID roleId);
}
