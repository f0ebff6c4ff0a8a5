package io.protoworks.identity;

import io.protoworks.identity.RoleInputs.ChangeRoleInput;
import io.protoworks.identity.RoleInputs.CreateRoleInput;
import io.protoworks.platform.Page;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface RoleMapper {
  List<Role> listByIds(@Param("ids") UUID[] ids);

  List<Role> listVisibleByIds(@Param("directory") Directory directory, @Param("ids") UUID[] ids);

  List<RoleOfUser> listByUserIds(
      @Param("directory") Directory directory, @Param("userIds") UUID[] userIds);

  List<Role> listAll(@Param("directory") Directory directory, @Param("page") Page page);

  int countAll(@Param("directory") Directory directory);

  List<String> listPermissionsOfBaseRole(@Param("role") UserRole role);

  List<User> listAssigned(@Param("id") UUID id, @Param("limit") int limit);

  int countAssigned(@Param("id") UUID id);

  @Nullable Role lockById(@Param("directory") Directory directory, @Param("id") UUID id);

  @Nullable Role lockToDelete(@Param("directory") Directory directory, @Param("id") UUID id);

  Role insert(CreateRoleInput input);

  Role update(ChangeRoleInput input);

  void insertPermissions(@Param("id") UUID id, @Param("permissions") String[] permissions);

  void deleteOtherPermissions(@Param("id") UUID id, @Param("permissions") String[] permissions);

  void delete(@Param("id") UUID id);
}
