package io.protoworks.protocol;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProtocolSignatureMapper {
  List<ProtocolSignature> listByIds(@Param("ids") UUID[] ids);

  List<ProtocolSignature> listByProtocolIds(@Param("protocolIds") UUID[] protocolIds);

  ProtocolSignature insert(@Param("signature") SignatureDraft signature);
}
