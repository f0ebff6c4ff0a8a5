package io.protoworks.template;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ProtocolTemplateMapper {
  List<ProtocolTemplate> listByIds(@Param("ids") UUID[] ids);

  @Nullable ProtocolTemplate findByCode(
      @Param("code") String code, @Param("templateVersion") @Nullable Integer templateVersion);

  List<ProtocolTemplate> lockByIds(@Param("ids") UUID[] ids);

  List<ProtocolTemplate> freeze(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);
}
