package io.protoworks.identity;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface UserMapper {
  List<User> listByIds(@Param("ids") UUID[] ids);

  List<User> listVisibleByIds(@Param("directory") Directory directory, @Param("ids") UUID[] ids);

  List<User> listActiveByCompanyId(@Param("companyId") UUID companyId, @Param("limit") int limit);

  int countActiveByCompanyId(@Param("companyId") UUID companyId);
}
