package io.protoworks.attachment;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface AttachmentMapper {
  List<Attachment> listByIds(@Param("ids") UUID[] ids);

  List<Attachment> listByEntities(
      @Param("entityType") String entityType, @Param("entityIds") UUID[] entityIds);
}
