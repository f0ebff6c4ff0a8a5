package io.protoworks.protocol;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProtocolStatusHistoryMapper {
  List<ProtocolStatusHistory> listByProtocolIds(@Param("protocolIds") UUID[] protocolIds);

  int append(@Param("steps") HistoryColumns steps);
}
