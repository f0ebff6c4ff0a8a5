package io.protoworks.intake;

import io.protoworks.platform.Json;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ImportJobMapper {
  List<ImportJob> listVisibleByIds(@Param("scope") ImportScope scope, @Param("ids") UUID[] ids);

  List<ImportJob> listVisibleByProjectIds(
      @Param("scope") ImportScope scope,
      @Param("projectIds") UUID[] projectIds,
      @Param("page") Page page,
      @Param("place") ImportJobPlace place);

  List<ParentCount> countVisibleByProjectIds(
      @Param("scope") ImportScope scope, @Param("projectIds") UUID[] projectIds);

  @Nullable ImportJob lockVisibleById(@Param("scope") ImportScope scope, @Param("id") UUID id);

  ImportJob insert(ImportDraft draft);

  ImportJob updateStatus(@Param("id") UUID id, @Param("status") ImportStatus status);

  /** Takes this job for a worker, if it still waits. */
  @Nullable ImportJob claimOne(@Param("owner") String owner, @Param("id") UUID id);

  /** Takes the job that has waited longest for a worker, if one has waited for so long. */
  @Nullable ImportJob claimWaiting(
      @Param("owner") String owner, @Param("waitedSeconds") double waitedSeconds);

  /** Says how many rows there are; no row when the lease is lost. */
  int updateTotal(
      @Param("id") UUID id, @Param("owner") String owner, @Param("totalRows") int totalRows);

  /** Has whoever meets a lock wait no longer than so long, until the transaction ends. */
  String limitWaiting(@Param("milliseconds") long milliseconds);

  /** Says how far the worker has come; no row when the lease is lost. */
  int updateProgress(
      @Param("id") UUID id, @Param("owner") String owner, @Param("counts") ImportCounts counts);

  /** Ends the worker's part in it; null when the lease is lost. */
  @Nullable ImportJob release(
      @Param("id") UUID id,
      @Param("owner") String owner,
      @Param("status") ImportStatus status,
      @Param("counts") ImportCounts counts,
      @Param("failure") @Nullable Json failure);

  int beat(@Param("owner") String owner, @Param("ids") UUID[] ids);

  List<ImportJob> interruptDead(@Param("leaseSeconds") double leaseSeconds);
}
