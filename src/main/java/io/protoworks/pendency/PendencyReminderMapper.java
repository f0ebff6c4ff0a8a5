package io.protoworks.pendency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface PendencyReminderMapper {
  List<UUID> listProjectIdsToRemind(
      @Param("today") LocalDate today, @Param("toldBefore") LocalDate toldBefore);

  List<Pendency> markTold(
      @Param("projectId") UUID projectId,
      @Param("today") LocalDate today,
      @Param("toldBefore") LocalDate toldBefore,
      @Param("limit") int limit);
}
