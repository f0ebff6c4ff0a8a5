package io.protoworks.identity;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface TierLimitMapper {
  List<TierLimit> listAll();
}
