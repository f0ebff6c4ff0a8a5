package io.protoworks.intake;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ImportDisciplineMapper {
  List<DisciplineCode> listCodes();

  List<String> listTagsThatHave(
      @Param("projectId") UUID projectId,
      @Param("tagIds") String[] tagIds,
      @Param("codes") String[] codes);
}
