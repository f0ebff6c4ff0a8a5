package io.protoworks.attachment;

import io.protoworks.attachment.UploadInputs.CreateUploadInput;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface UploadMapper {
  List<Upload> listByIds(@Param("ids") UUID[] ids);

  List<Upload> listOwnByIds(@Param("userId") UUID userId, @Param("ids") UUID[] ids);

  boolean lockUnbound(@Param("userId") UUID userId);

  int countUnbound(@Param("userId") UUID userId);

  @Nullable Upload lockById(@Param("id") UUID id);

  List<Upload> lockExpired(@Param("limit") int limit);

  Upload insert(
      @Param("input") CreateUploadInput input,
      @Param("userId") UUID userId,
      @Param("expiresAt") OffsetDateTime expiresAt);

  Upload updateStored(
      @Param("id") UUID id, @Param("received") ReceivedFile received, @Param("key") String key);

  Upload updateStatus(@Param("id") UUID id, @Param("status") UploadStatus status);
}
