package io.protoworks.attachment;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface AttachmentMapper {
  List<Attachment> listByIds(@Param("ids") UUID[] ids);

  List<Attachment> listByEntities(
      @Param("entityType") String entityType, @Param("entityIds") UUID[] entityIds);

  List<Attachment> listByEntityIds(
      @Param("entityType") String entityType,
      @Param("entityIds") UUID[] entityIds,
      @Param("includeInactive") boolean includeInactive,
      @Param("page") Page page);

  List<ParentCount> countByEntityIds(
      @Param("entityType") String entityType,
      @Param("entityIds") UUID[] entityIds,
      @Param("includeInactive") boolean includeInactive);

  Attachment lockById(@Param("id") UUID id);

  List<Attachment> lockInactiveBefore(
      @Param("moment") OffsetDateTime moment, @Param("limit") int limit);

  Attachment updatePurged(@Param("id") UUID id);

  List<String> listNamed(@Param("keys") String[] keys);

  Attachment updateActive(@Param("id") UUID id, @Param("isActive") boolean isActive);

  Attachment insert(
      @Param("viewer") UUID viewer,
      @Param("entityType") String entityType,
      @Param("entityId") UUID entityId,
      @Param("projectId") @Nullable UUID projectId,
      @Param("upload") Upload upload);
}
