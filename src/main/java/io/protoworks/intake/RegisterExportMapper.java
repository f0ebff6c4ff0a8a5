package io.protoworks.intake;

import io.protoworks.register.RegisterRecord;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface RegisterExportMapper {
  List<RegisterRecord> listRecordsAfter(
      @Param("userId") UUID userId,
      @Param("projectId") UUID projectId,
      @Param("tagId") @Nullable String tagId,
      @Param("limit") int limit);
}
