package io.protoworks.identity;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface CredentialMapper {
  @Nullable Credential findByEmail(@Param("email") String email);

  @Nullable Credential findByUserId(@Param("userId") UUID userId);

  int updateLastLogin(@Param("userId") UUID userId, @Param("passwordHash") String passwordHash);

  int updatePassword(
      @Param("userId") UUID userId,
      @Param("passwordHash") String passwordHash,
      @Param("newPasswordHash") String newPasswordHash);

  void lockInstallation();

  boolean existsPerson();

  UUID insertAdministrator(
      @Param("email") String email,
      @Param("companyId") UUID companyId,
      @Param("passwordHash") String passwordHash);
}
