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

  List<ProtocolTemplateItem> insertAll(
      @Param("viewer") UUID viewer,
      @Param("templateId") UUID templateId,
      @Param("items") ProtocolTemplateItemColumns items);

  /** States these rows anew, and takes them into use. */
  List<ProtocolTemplateItem> updateAll(
      @Param("viewer") UUID viewer, @Param("items") ProtocolTemplateItemColumns items);

  List<ProtocolTemplateItem> deactivateAll(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);
}
