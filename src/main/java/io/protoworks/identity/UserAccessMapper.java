package io.protoworks.identity;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** What users may do, and who else may do everything. */
@Mapper
interface UserAccessMapper {
  List<PermissionsOfUser> listPermissionsByUserIds(
      @Param("directory") Directory directory, @Param("userIds") UUID[] userIds);

  List<String> listGrantedPermissions(@Param("userId") UUID userId);

  UUID lockAdminRole();

  int countOtherActiveAdmins(@Param("userId") UUID userId);
}
