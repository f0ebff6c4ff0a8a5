package io.protoworks.plant;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProjectTagMapper {
  List<ProjectTag> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<ProjectTag> listByProjectIds(
      @Param("viewer") UUID viewer, @Param("projectIds") UUID[] projectIds);

  List<ProjectTag> lockByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  ProjectTag insert(
      @Param("projectId") UUID projectId, @Param("name") String name, @Param("color") String color);

  ProjectTag update(@Param("id") UUID id, @Param("name") String name, @Param("color") String color);

  int delete(@Param("id") UUID id);
}
