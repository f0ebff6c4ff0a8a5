package io.protoworks.intake;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ImportRowErrorMapper {
  List<ImportRowError> listByJobIds(
      @Param("jobIds") UUID[] jobIds,
      @Param("page") Page page,
      @Param("place") ImportRowErrorPlace place);

  List<ParentCount> countByJobIds(@Param("jobIds") UUID[] jobIds);

  List<ImportErrorCount> countByCodes(@Param("jobIds") UUID[] jobIds);

  List<ImportRowError> listAfter(
      @Param("jobId") UUID jobId,
      @Param("place") ImportRowErrorPlace place,
      @Param("limit") int limit);

  void insertAll(@Param("jobId") UUID jobId, @Param("columns") ImportRowErrorColumns columns);

  void deleteByJobId(@Param("jobId") UUID jobId);
}
