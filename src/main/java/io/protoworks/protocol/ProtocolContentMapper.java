package io.protoworks.protocol;

import io.protoworks.protocol.ProtocolContents.ContentItem;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProtocolContentMapper {
  List<UUID> listEquipmentIds(@Param("protocolId") UUID protocolId);

  List<ContentItem> listItems(@Param("protocolId") UUID protocolId);
}
