package io.protoworks.intake;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface RegisterMapper {
  List<DisciplineCode> listDisciplineCodes();

  List<String> listTagsOfDisciplines(
      @Param("projectId") UUID projectId,
      @Param("tagIds") String[] tagIds,
      @Param("codes") String[] codes);

  List<RegisterRecord> listRecordsAfter(
      @Param("userId") UUID userId,
      @Param("projectId") UUID projectId,
      @Param("tagId") @Nullable String tagId,
      @Param("limit") int limit);
}
