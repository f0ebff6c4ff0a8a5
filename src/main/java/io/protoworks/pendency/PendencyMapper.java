package io.protoworks.pendency;

import io.protoworks.pendency.PendencyArguments.PendencyFilter;
import io.protoworks.plant.Equipment;
import io.protoworks.platform.Page;
import io.protoworks.template.PendencyType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface PendencyMapper {
  List<Pendency> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Equipment> listSuppliedEquipmentsByIds(
      @Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  @Nullable Pendency findByNumber(
      @Param("viewer") UUID viewer,
      @Param("projectCode") String projectCode,
      @Param("number") int number);

  List<Pendency> lockByIds(@Param("ids") UUID[] ids);

  boolean seesEquipment(
      @Param("viewer") UUID viewer,
      @Param("protocolId") UUID protocolId,
      @Param("equipmentId") UUID equipmentId);

  int takeNumber(@Param("projectId") UUID projectId);

  Pendency insert(@Param("draft") PendencyDraft draft);

  Pendency updateTask(
      @Param("id") UUID id,
      @Param("mark") PendencyMark mark,
      @Param("description") String description,
      @Param("clearingCompanyId") UUID clearingCompanyId,
      @Param("dueOn") @Nullable LocalDate dueOn,
      @Param("evidenceRequired") boolean evidenceRequired);

  Pendency updateAssigned(
      @Param("id") UUID id,
      @Param("mark") PendencyMark mark,
      @Param("assignedTo") @Nullable UUID assignedTo);

  Pendency updateCleared(
      @Param("id") UUID id,
      @Param("mark") PendencyMark mark,
      @Param("description") String description);

  Pendency updateResolved(
      @Param("id") UUID id,
      @Param("mark") PendencyMark mark,
      @Param("description") @Nullable String description);

  Pendency updateRefused(@Param("id") UUID id, @Param("mark") PendencyMark mark);

  Pendency updateType(
      @Param("id") UUID id,
      @Param("mark") PendencyMark mark,
      @Param("type") PendencyType type,
      @Param("dueOn") @Nullable LocalDate dueOn);

  Pendency updateRequest(
      @Param("id") UUID id,
      @Param("mark") PendencyMark mark,
      @Param("type") PendencyType type,
      @Param("reason") String reason,
      @Param("dueOn") @Nullable LocalDate dueOn);

  Pendency dropRequest(@Param("id") UUID id, @Param("mark") PendencyMark mark);

  List<Pendency> listMatching(
      @Param("viewer") UUID viewer,
      @Param("projectId") @Nullable UUID projectId,
      @Param("filter") PendencyFilter filter,
      @Param("page") Page page);

  int countMatching(
      @Param("viewer") UUID viewer,
      @Param("projectId") @Nullable UUID projectId,
      @Param("filter") PendencyFilter filter);
}
