package io.protoworks.identity;

import io.protoworks.identity.CompanyInputs.ChangeCompanyInput;
import io.protoworks.identity.CompanyInputs.CreateCompanyInput;
import io.protoworks.identity.CompanyQuery.CompanyFilter;
import io.protoworks.platform.Page;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface CompanyMapper {
  List<Company> listByIds(@Param("ids") UUID[] ids);

  List<Company> listVisibleByIds(@Param("directory") Directory directory, @Param("ids") UUID[] ids);

  List<Company> listMatching(
      @Param("directory") Directory directory,
      @Param("filter") CompanyFilter filter,
      @Param("page") Page page);

  int countMatching(@Param("directory") Directory directory, @Param("filter") CompanyFilter filter);

  @Nullable Company lockById(@Param("directory") Directory directory, @Param("id") UUID id);

  /** Keeps the company from being taken out of use while something is bound to it. */
  @Nullable Company lockForUse(@Param("directory") Directory directory, @Param("id") UUID id);

  Company insert(CreateCompanyInput input);

  Company update(ChangeCompanyInput input);

  Company updateActive(@Param("id") UUID id, @Param("isActive") boolean isActive);
}
