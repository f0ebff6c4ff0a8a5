package io.protoworks.pendency;

import io.protoworks.template.PendencyType;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface PendencyHistoryMapper {
  List<PendencyHistory> listByPendencyIds(@Param("pendencyIds") UUID[] pendencyIds);

  PendencyHistory append(
      @Param("pendencyId") UUID pendencyId,
      @Param("mark") PendencyMark mark,
      @Param("action") PendencyAction action,
      @Param("previousType") @Nullable PendencyType previousType,
      @Param("newType") @Nullable PendencyType newType,
      @Param("comment") @Nullable String comment);
}
