package io.protoworks.protocol;

/** What can keep a protocol from a step. */
public enum BlockerCode {
  /** It does not stand where the step begins. */
  WRONG_STATUS,
  /** The viewer's permissions, or the part of their company, are others than the step needs. */
  NOT_PERMITTED,
  /** It was deactivated. */
  INACTIVE,
  /** It names no equipment. */
  NO_EQUIPMENT,
  /** It names an equipment that is out of use. */
  EQUIPMENT_INACTIVE,
  /** The executor takes no part in the project, or none that executes this stage. */
  EXECUTOR_UNFIT,
  /** Its version of the template is not published. */
  TEMPLATE_NOT_PUBLISHED,
  /** No company takes the part in the project whose turn it would be. */
  PARTY_MISSING,
  /** No item flagged as energization is OK in the subsystem. */
  NOT_ENERGIZED,
  /** Its gate closed again after work had begun. */
  GATE_CLOSED,
  /** Required items have no value. */
  UNANSWERED_ITEMS,
  /** Items need an open pendency. */
  PENDENCIES_MISSING,
  /** Items need a photo. */
  PHOTOS_MISSING,
  /** Instruments were out of calibration on the day. */
  INSTRUMENTS_OUT_OF_DATE,
  /** Items are rejected. */
  REJECTED_ITEMS,
  /** Required items are not approved. */
  ITEMS_NOT_APPROVED,
  /** Whoever would sign filled items in this round. */
  SIGNER_FILLED_ITEMS,
  /** Whoever would sign has signed in this round already. */
  SIGNED_ALREADY,
  /** Whoever would sign signs for the executor. */
  SIGNER_IS_EXECUTOR,
  /** Whoever would sign has no image of their signature. */
  SIGNATURE_IMAGE_MISSING,
  /** An earlier signature of this round is missing. */
  SIGNATURE_MISSING,
  /** What was signed is not what is there. */
  CONTENT_CHANGED,
  /** Pendencies are open. */
  OPEN_PENDENCIES,
  /** Nothing is rejected: neither an item nor the documents. */
  NOTHING_REJECTED
}
