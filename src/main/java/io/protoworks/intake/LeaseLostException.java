package io.protoworks.intake;

/** The import is not this worker's any more: it was cancelled, or given up for dead. */
final class LeaseLostException extends RuntimeException {
  LeaseLostException(ImportJob job) {
    super("the lease of import " + job.id() + " is lost");
  }
}
