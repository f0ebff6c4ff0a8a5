package io.protoworks.completion;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProgressMapper {
  List<ProgressRow> listByProjectIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<ProgressRow> listByAreaIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<ProgressRow> listBySystemIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<ProgressRow> listBySubsystemIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);
}
