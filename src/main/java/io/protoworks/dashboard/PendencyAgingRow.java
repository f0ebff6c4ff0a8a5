package io.protoworks.dashboard;

import io.protoworks.platform.Row;
import io.protoworks.template.PendencyType;
import java.time.LocalDate;
import java.util.UUID;

/** How many pendencies of a type a company has to clear, by the days since they were raised. */
public record PendencyAgingRow(
    UUID projectId,
    UUID companyId,
    PendencyType type,
    int open,
    int days0To7,
    int days8To30,
    int days31To90,
    int over90Days,
    LocalDate oldestRaisedOn)
    implements Row {}
