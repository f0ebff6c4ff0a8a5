package io.protoworks.audit;

import io.protoworks.audit.AuditAccess.ReadableScopes;
import io.protoworks.audit.AuditLogQuery.AuditLogFilter;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface AuditLogMapper {
  List<AuditLog> listReadableByNumbers(
      @Param("readable") ReadableScopes readable, @Param("numbers") Long[] numbers);

  List<AuditLog> listMatching(
      @Param("readable") ReadableScopes readable,
      @Param("filter") AuditLogFilter filter,
      @Param("page") Page page);

  int countMatching(
      @Param("readable") ReadableScopes readable, @Param("filter") AuditLogFilter filter);

  List<AuditLog> listByEntityIds(
      @Param("readable") ReadableScopes readable,
      @Param("entityType") String entityType,
      @Param("entityIds") UUID[] entityIds,
      @Param("page") Page page);

  List<ParentCount> countByEntityIds(
      @Param("readable") ReadableScopes readable,
      @Param("entityType") String entityType,
      @Param("entityIds") UUID[] entityIds);

  int ensurePartitions(@Param("fromMonth") LocalDate fromMonth, @Param("months") int months);
}
