package io.protoworks.template;

import io.protoworks.platform.Page;
import io.protoworks.template.ProtocolTemplateQuery.ProtocolTemplateFilter;
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

  List<ProtocolTemplate> listMatching(
      @Param("filter") ProtocolTemplateFilter filter, @Param("page") Page page);

  int countMatching(@Param("filter") ProtocolTemplateFilter filter);

  List<TemplateVersion> listVersions(@Param("ids") UUID[] ids);

  /** The last version of a code, in use or not. */
  @Nullable ProtocolTemplate findLast(@Param("code") String code);

  @Nullable ProtocolTemplate findActiveDraft(@Param("code") String code);

  ProtocolTemplate insert(
      @Param("viewer") UUID viewer,
      @Param("code") String code,
      @Param("templateVersion") int templateVersion,
      @Param("previousId") @Nullable UUID previousId,
      @Param("definition") TemplateDefinition definition);

  ProtocolTemplate update(
      @Param("viewer") UUID viewer,
      @Param("id") UUID id,
      @Param("definition") TemplateDefinition definition);

  ProtocolTemplate updateStatus(
      @Param("viewer") UUID viewer, @Param("id") UUID id, @Param("status") TemplateStatus status);

  ProtocolTemplate updateActive(
      @Param("viewer") UUID viewer, @Param("id") UUID id, @Param("isActive") boolean isActive);

  List<ProtocolTemplate> lockByIds(@Param("ids") UUID[] ids);

  List<ProtocolTemplate> freeze(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);
}
