package io.protoworks.audit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface AuditChainMapper {
  @Nullable AuditChainHead lockHead(@Param("scope") AuditScope scope);

  List<AuditChainHead> lockHeads(
      @Param("scopeTypes") String[] scopeTypes, @Param("scopeIds") @Nullable UUID[] scopeIds);

  void append(AuditBatch batch);

  void insertDrafts(AuditFacts facts);

  /** The chains that the drafts of this transaction belong to. */
  List<AuditScope> listDraftedScopes();

  /** The next drafts of this transaction, in their order. */
  List<AuditDraft> listDrafts(@Param("after") long after, @Param("limit") int limit);

  int deleteDrafts();

  @Nullable AuditChainHead findHead(@Param("scope") AuditScope scope);

  List<AuditChainLink> listLinks(
      @Param("scope") AuditScope scope,
      @Param("afterSequence") long afterSequence,
      @Param("afterTimestamp") OffsetDateTime afterTimestamp,
      @Param("limit") int limit);
}
