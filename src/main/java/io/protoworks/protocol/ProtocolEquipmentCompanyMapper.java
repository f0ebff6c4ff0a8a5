package io.protoworks.protocol;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ProtocolEquipmentCompanyMapper {
  List<ProtocolEquipmentCompany> listByProtocolIds(@Param("protocolIds") UUID[] protocolIds);

  List<ProtocolEquipmentCompany> insertAll(@Param("assignments") AssignmentColumns assignments);

  int deactivateOthers(
      @Param("protocolId") UUID protocolId,
      @Param("equipmentIds") UUID[] equipmentIds,
      @Param("companyIds") UUID[] companyIds);
}
