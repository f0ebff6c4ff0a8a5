package io.protoworks.platform;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface EventLogMapper {
  void insertAll(LoggedEventColumns events);

  int ensurePartitions(@Param("from") LocalDate from, @Param("months") int months);

  int dropPartitions(@Param("before") LocalDate before);
}
