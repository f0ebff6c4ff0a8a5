package io.protoworks.protocol;

import io.protoworks.protocol.ProtocolItemInputs.AddProtocolInstrumentInput;
import io.protoworks.protocol.ProtocolItemInputs.ChangeProtocolInstrumentInput;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProtocolInstrumentMapper {
  List<ProtocolInstrument> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<ProtocolInstrument> listByIds(@Param("ids") UUID[] ids);

  List<ProtocolInstrument> listByProtocolIds(@Param("protocolIds") UUID[] protocolIds);

  List<ProtocolInstrument> lockByIds(@Param("ids") UUID[] ids);

  ProtocolInstrument insert(
      @Param("viewer") UUID viewer, @Param("instrument") AddProtocolInstrumentInput instrument);

  ProtocolInstrument update(
      @Param("viewer") UUID viewer, @Param("instrument") ChangeProtocolInstrumentInput instrument);

  ProtocolInstrument updateActive(
      @Param("viewer") UUID viewer, @Param("id") UUID id, @Param("isActive") boolean isActive);
}
