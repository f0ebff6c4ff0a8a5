package io.protoworks.plant;

import io.protoworks.identity.CompanyType;
import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Which company takes part in which project, and as what. */
public record ProjectCompany(
    UUID id, UUID projectId, UUID companyId, CompanyType role, OffsetDateTime createdAt)
    implements Row {}
