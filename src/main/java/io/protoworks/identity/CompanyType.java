package io.protoworks.identity;

/** A company's trade, and the part it can take in a project. */
public enum CompanyType {
  MONTADORA,
  GERENCIADORA,
  COMISSIONADORA,
  FORNECEDOR,
  CLIENTE
}
