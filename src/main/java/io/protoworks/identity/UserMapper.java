package io.protoworks.identity;

import io.protoworks.identity.UserInputs.ChangeUserInput;
import io.protoworks.identity.UserInputs.CreateUserInput;
import io.protoworks.identity.UserQuery.UserFilter;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface UserMapper {
  List<User> listByIds(@Param("ids") UUID[] ids);

  List<User> listVisibleByIds(@Param("directory") Directory directory, @Param("ids") UUID[] ids);

  @Nullable User findByEmail(@Param("directory") Directory directory, @Param("email") String email);

  List<User> listMatching(
      @Param("directory") Directory directory,
      @Param("filter") UserFilter filter,
      @Param("page") Page page);

  int countMatching(@Param("directory") Directory directory, @Param("filter") UserFilter filter);

  List<UserOfParent> listByParentIds(
      @Param("parent") UserParent parent,
      @Param("parentIds") UUID[] parentIds,
      @Param("directory") Directory directory,
      @Param("filter") UserFilter filter,
      @Param("page") Page page);

  List<ParentCount> countByParentIds(
      @Param("parent") UserParent parent,
      @Param("parentIds") UUID[] parentIds,
      @Param("directory") Directory directory,
      @Param("filter") UserFilter filter);

  List<User> listActiveByCompanyId(@Param("companyId") UUID companyId, @Param("limit") int limit);

  int countActiveByCompanyId(@Param("companyId") UUID companyId);

  @Nullable User lockById(@Param("directory") Directory directory, @Param("id") UUID id);

  User insert(@Param("input") CreateUserInput input, @Param("passwordHash") String passwordHash);

  User update(ChangeUserInput input);

  User updateActive(@Param("id") UUID id, @Param("isActive") boolean isActive);

  User updateStatus(@Param("id") UUID id, @Param("status") UserStatus status);

  User updatePasswordHash(@Param("id") UUID id, @Param("passwordHash") String passwordHash);

  User updateSignatureImage(@Param("id") UUID id, @Param("path") String path);
}
