package io.protoworks.platform;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface HintMapper {
  void say(@Param("channel") String channel, @Param("hint") String hint);
}
