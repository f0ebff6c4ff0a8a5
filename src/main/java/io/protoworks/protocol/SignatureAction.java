package io.protoworks.protocol;

/** What a signature on a protocol states; given in this order in each round. */
public enum SignatureAction {
  APPROVED,
  VALIDATED,
  FINALIZED
}
