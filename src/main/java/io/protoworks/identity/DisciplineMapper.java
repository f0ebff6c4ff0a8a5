package io.protoworks.identity;

import io.protoworks.identity.DisciplineInputs.ChangeDisciplineInput;
import io.protoworks.identity.DisciplineInputs.CreateDisciplineInput;
import io.protoworks.identity.DisciplineQuery.DisciplineFilter;
import io.protoworks.platform.Page;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface DisciplineMapper {
  List<Discipline> listByIds(@Param("ids") UUID[] ids);

  @Nullable Discipline findByCode(@Param("code") String code);

  List<Discipline> listMatching(@Param("filter") DisciplineFilter filter, @Param("page") Page page);

  int countMatching(@Param("filter") DisciplineFilter filter);

  @Nullable Discipline lockById(@Param("id") UUID id);

  Discipline insert(CreateDisciplineInput input);

  Discipline update(ChangeDisciplineInput input);

  Discipline updateActive(@Param("id") UUID id, @Param("isActive") boolean isActive);
}
