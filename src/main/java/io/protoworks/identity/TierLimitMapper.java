package io.protoworks.identity;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface TierLimitMapper {
  @Nullable Long findByUser(@Param("userId") UUID userId, @Param("limitName") String limitName);

  List<TierLimit> listAll();
}
