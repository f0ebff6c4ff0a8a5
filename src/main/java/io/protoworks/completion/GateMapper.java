package io.protoworks.completion;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface GateMapper {
  List<Gate> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Gate> listVisibleBySubsystemIds(
      @Param("viewer") UUID viewer, @Param("subsystemIds") UUID[] subsystemIds);

  List<Gate> listBySubsystemIds(@Param("subsystemIds") UUID[] subsystemIds);

  List<GateState> listStatesByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<UncoveredEquipment> listUncoveredByIds(
      @Param("viewer") UUID viewer, @Param("ids") UUID[] ids, @Param("page") Page page);

  List<ParentCount> countUncoveredByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<UUID> listBoundEquipmentIds(@Param("equipmentIds") UUID[] equipmentIds);

  boolean lockSubsystems(@Param("ids") UUID[] ids);

  List<GateMove> judgeAll(@Param("subsystemIds") UUID[] subsystemIds);

  List<GateMove> judge(@Param("subsystemId") UUID subsystemId);
}
