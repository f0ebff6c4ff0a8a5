package io.protoworks.notification;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface InboxMapper {
  List<Inbox> listByUserIds(@Param("userIds") UUID[] userIds);

  int touch(@Param("userId") UUID userId);
}
