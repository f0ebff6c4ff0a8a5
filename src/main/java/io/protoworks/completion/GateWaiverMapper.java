package io.protoworks.completion;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.template.ProtocolType;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface GateWaiverMapper {
  List<GateWaiver> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<GateWaiver> listByEquipmentIds(
      @Param("viewer") UUID viewer,
      @Param("equipmentIds") UUID[] equipmentIds,
      @Param("includeRevoked") boolean includeRevoked);

  List<GateWaiver> listBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("subsystemIds") UUID[] subsystemIds,
      @Param("stage") @Nullable ProtocolType stage,
      @Param("includeRevoked") boolean includeRevoked,
      @Param("page") Page page);

  List<ParentCount> countBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("subsystemIds") UUID[] subsystemIds,
      @Param("stage") @Nullable ProtocolType stage,
      @Param("includeRevoked") boolean includeRevoked);

  List<GateWaiver> listHolding(
      @Param("equipmentIds") UUID[] equipmentIds, @Param("stage") ProtocolType stage);

  List<GateWaiver> insertAll(
      @Param("signing") GateWaiverSigning signing,
      @Param("equipmentIds") UUID[] equipmentIds,
      @Param("contentHashes") String[] contentHashes);

  @Nullable GateWaiver revoke(
      @Param("viewer") UUID viewer, @Param("id") UUID id, @Param("reason") String reason);
}
