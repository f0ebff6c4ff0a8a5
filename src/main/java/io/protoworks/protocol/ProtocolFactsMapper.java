package io.protoworks.protocol;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProtocolFactsMapper {
  List<ProtocolFacts> listByProtocolIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  /** Of a protocol that is there. */
  ProtocolFacts findByProtocolId(@Param("viewer") UUID viewer, @Param("id") UUID id);
}
