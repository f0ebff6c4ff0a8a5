package io.protoworks.protocol;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProtocolStatusHistoryMapper {
  List<ProtocolStatusHistory> listByProtocolIds(@Param("protocolIds") UUID[] protocolIds);

  int appendAll(@Param("steps") HistoryColumns steps);
}
