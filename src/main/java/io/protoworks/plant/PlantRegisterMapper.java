package io.protoworks.plant;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface PlantRegisterMapper {
  boolean lockForWriting(@Param("projectId") UUID projectId);
}
