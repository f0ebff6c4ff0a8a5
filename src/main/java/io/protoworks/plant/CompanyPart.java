package io.protoworks.plant;

import io.protoworks.identity.CompanyType;
import io.protoworks.platform.Row;
import java.util.UUID;

/** A part that a company takes in a project; the project's client is its CLIENTE. */
public record CompanyPart(UUID projectId, UUID companyId, CompanyType part) implements Row {}
