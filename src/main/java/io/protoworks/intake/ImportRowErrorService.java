package io.protoworks.intake;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Why rows were refused. Whoever sees an import sees its errors, so callers come from there. */
@Service
class ImportRowErrorService {
  private final ImportRowErrorMapper errors;

  ImportRowErrorService(ImportRowErrorMapper errors) {
    this.errors = errors;
  }

  List<ImportRowError> listByJobs(
      Viewer viewer, Collection<UUID> jobIds, ImportRowErrorArguments arguments, Page page) {
    return errors.listByJobIds(jobIds.toArray(UUID[]::new), page, ImportRowErrorPlace.of(page));
  }

  Map<UUID, Integer> countByJobs(
      Viewer viewer, Collection<UUID> jobIds, ImportRowErrorArguments arguments) {
    return errors.countByJobIds(jobIds.toArray(UUID[]::new)).stream()
        .collect(Collectors.toMap(ParentCount::parentId, ParentCount::count));
  }

  List<ImportErrorCount> countByCodes(Viewer viewer, Collection<UUID> jobIds) {
    return errors.countByCodes(jobIds.toArray(UUID[]::new));
  }
}
