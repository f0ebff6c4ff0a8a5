package io.protoworks.intake;

import io.protoworks.plant.Registered;

/** How many rows ended in which way. */
record ImportCounts(int created, int changed, int unchanged, int errors) {
  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

  static ImportCounts of(ImportJob job) {
    return new ImportCounts(
        job.createdRows(), job.changedRows(), job.unchangedRows(), job.errorRows());
  }

  int success() {
    return created + changed + unchanged;
  }

  int processed() {
    return success() + errors;
  }

  ImportCounts plus(Registered.Outcome outcome) {
    return switch (outcome) {
      case CREATED -> new ImportCounts(created + 1, changed, unchanged, errors);
      case CHANGED -> new ImportCounts(created, changed + 1, unchanged, errors);
      case UNCHANGED -> new ImportCounts(created, changed, unchanged + 1, errors);
      case PARENT_INACTIVE, BOUND_TO_SUBSYSTEM, BOUND_TO_USE -> plusErrors(1);
    };
  }

  ImportCounts plusErrors(int rows) {
    return new ImportCounts(created, changed, unchanged, errors + rows);
  }
}
