package io.protoworks.audit;

import io.protoworks.audit.SecurityEventQuery.SecurityEventFilter;
import io.protoworks.platform.Json;
import io.protoworks.platform.Page;
import java.net.InetAddress;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface SecurityEventMapper {
  List<SecurityEvent> listByIds(@Param("ids") UUID[] ids);

  List<SecurityEvent> listMatching(
      @Param("filter") SecurityEventFilter filter, @Param("page") Page page);

  int countMatching(@Param("filter") SecurityEventFilter filter);

  void insert(
      @Param("type") String type,
      @Param("userId") @Nullable UUID userId,
      @Param("ipAddress") InetAddress ipAddress,
      @Param("userAgent") @Nullable String userAgent,
      @Param("details") Json details);
}
