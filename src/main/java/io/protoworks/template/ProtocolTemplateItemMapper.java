package io.protoworks.template;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProtocolTemplateItemMapper {
  List<ProtocolTemplateItem> listByIds(@Param("ids") UUID[] ids);

  List<ProtocolTemplateItem> listByTemplateIds(
      @Param("templateIds") UUID[] templateIds, @Param("includeInactive") boolean includeInactive);
}
