package io.protoworks.identity;

import io.protoworks.identity.DepartmentInputs.ChangeDepartmentInput;
import io.protoworks.identity.DepartmentInputs.CreateDepartmentInput;
import io.protoworks.identity.DepartmentQuery.DepartmentFilter;
import io.protoworks.platform.Page;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface DepartmentMapper {
  List<Department> listVisibleByIds(
      @Param("directory") Directory directory, @Param("ids") UUID[] ids);

  List<Department> listByParentIds(
      @Param("directory") Directory directory, @Param("parentIds") UUID[] parentIds);

  List<DepartmentOfUser> listByUserIds(
      @Param("directory") Directory directory, @Param("userIds") UUID[] userIds);

  List<Department> listMatching(
      @Param("directory") Directory directory,
      @Param("filter") DepartmentFilter filter,
      @Param("page") Page page);

  int countMatching(
      @Param("directory") Directory directory, @Param("filter") DepartmentFilter filter);

  int countChildren(@Param("id") UUID id);

  int countMembers(@Param("id") UUID id);

  List<User> listMembers(@Param("id") UUID id, @Param("limit") int limit);

  @Nullable Department lockById(@Param("directory") Directory directory, @Param("id") UUID id);

  @Nullable Department lockToDelete(@Param("directory") Directory directory, @Param("id") UUID id);

  Department insert(CreateDepartmentInput input);

  Department update(ChangeDepartmentInput input);

  void delete(@Param("id") UUID id);
}
