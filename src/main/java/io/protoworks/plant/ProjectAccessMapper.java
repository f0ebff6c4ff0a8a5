package io.protoworks.plant;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ProjectAccessMapper {
  boolean sees(@Param("viewer") UUID viewer, @Param("projectId") UUID projectId);

  boolean holds(
      @Param("viewer") UUID viewer,
      @Param("permission") String permission,
      @Param("projectId") UUID projectId);

  List<String> listHeld(@Param("viewer") UUID viewer, @Param("projectId") UUID projectId);

  @Nullable ProjectStanding findStanding(
      @Param("viewer") UUID viewer, @Param("projectId") UUID projectId);

  List<ProjectStanding> listStandings(
      @Param("viewer") UUID viewer, @Param("projectIds") UUID[] projectIds);

  List<CompanyPart> listParts(
      @Param("projectIds") UUID[] projectIds, @Param("companyIds") UUID[] companyIds);

  List<UUID> listWith(@Param("viewer") UUID viewer, @Param("permission") String permission);
}
