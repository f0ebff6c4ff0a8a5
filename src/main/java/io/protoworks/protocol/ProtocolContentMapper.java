package io.protoworks.protocol;

import io.protoworks.protocol.ProtocolContents.EquipmentOfProtocol;
import io.protoworks.protocol.ProtocolContents.ItemOfProtocol;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProtocolContentMapper {
  List<EquipmentOfProtocol> listEquipments(@Param("protocolIds") UUID[] protocolIds);

  List<ItemOfProtocol> listItems(@Param("protocolIds") UUID[] protocolIds);

  List<ItemOfProtocol> listItemsOf(@Param("protocolId") UUID protocolId);
}
