package io.protoworks.identity;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface LoginThrottleMapper {
  int findBlockedSeconds(@Param("subjects") String[] subjects);

  int countFailure(@Param("subject") String subject, @Param("windowSeconds") long windowSeconds);

  void block(@Param("subject") String subject, @Param("seconds") long seconds);

  void clear(@Param("subject") String subject);

  int deleteForgotten(@Param("windowSeconds") long windowSeconds);
}
