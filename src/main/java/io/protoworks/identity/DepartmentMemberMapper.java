package io.protoworks.identity;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface DepartmentMemberMapper {
  /** Null when the user is a member already. */
  @Nullable DepartmentMember insert(
      @Param("userId") UUID userId, @Param("departmentId") UUID departmentId);

  /** Null when the user is no member. */
  @Nullable DepartmentMember delete(
      @Param("userId") UUID userId, @Param("departmentId") UUID departmentId);
}
