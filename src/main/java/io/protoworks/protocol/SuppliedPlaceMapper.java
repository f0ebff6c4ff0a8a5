package io.protoworks.protocol;

import io.protoworks.plant.Area;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.PlantSystem;
import io.protoworks.plant.Subsystem;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface SuppliedPlaceMapper {
  List<Equipment> listEquipmentsByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Subsystem> listSubsystemsByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<PlantSystem> listSystemsByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Area> listAreasByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);
}
