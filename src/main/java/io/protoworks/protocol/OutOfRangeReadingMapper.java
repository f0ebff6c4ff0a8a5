package io.protoworks.protocol;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.protocol.OutOfRangeReadingArguments.OutOfRangeReadingFilter;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface OutOfRangeReadingMapper {
  List<OutOfRangeReadingUnder> listBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("subsystemIds") UUID[] subsystemIds,
      @Param("filter") OutOfRangeReadingFilter filter,
      @Param("page") Page page,
      @Param("place") OutOfRangeReadingPlace place);

  List<ParentCount> countBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("subsystemIds") UUID[] subsystemIds,
      @Param("filter") OutOfRangeReadingFilter filter);
}
