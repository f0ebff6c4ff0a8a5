package io.protoworks.plant;

import io.protoworks.identity.CompanyType;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ProjectCompanyMapper {
  List<ProjectCompany> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<ProjectCompany> listByProjectIds(
      @Param("viewer") UUID viewer, @Param("projectIds") UUID[] projectIds);

  ProjectCompany insert(
      @Param("projectId") UUID projectId,
      @Param("companyId") UUID companyId,
      @Param("role") CompanyType role);

  @Nullable ProjectCompany delete(@Param("id") UUID id);
}
