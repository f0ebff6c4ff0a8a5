package io.protoworks.protocol;

import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ProtocolItemMapper {
  List<ProtocolItem> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<ProtocolItem> listByIds(@Param("ids") UUID[] ids);

  List<ProtocolItem> listByProtocolIds(@Param("protocolIds") UUID[] protocolIds);

  List<ProtocolItem> listMeasuredBy(
      @Param("protocolId") UUID protocolId, @Param("instrumentId") UUID instrumentId);

  List<ProtocolItem> lockByProtocolId(
      @Param("protocolId") UUID protocolId, @Param("ids") UUID[] ids);

  int insertOfTemplates(@Param("protocolIds") UUID[] protocolIds);

  int insertOfTemplate(@Param("protocolId") UUID protocolId);

  List<ProtocolItem> fillAll(
      @Param("viewer") UUID viewer,
      @Param("address") InetAddress address,
      @Param("at") OffsetDateTime at,
      @Param("round") int round,
      @Param("values") ItemValueColumns values);

  List<ProtocolItem> clearAll(@Param("ids") UUID[] ids);

  List<ProtocolItem> updateApproval(
      @Param("viewer") UUID viewer,
      @Param("address") InetAddress address,
      @Param("at") OffsetDateTime at,
      @Param("ids") UUID[] ids,
      @Param("status") ItemApprovalStatus status,
      @Param("note") @Nullable String note);

  List<ProtocolItem> takeApprovalBack(@Param("ids") UUID[] ids);

  List<ProtocolItem> reopenRejected(@Param("protocolId") UUID protocolId);
}
