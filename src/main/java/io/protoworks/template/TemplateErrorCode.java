package io.protoworks.template;

import io.protoworks.platform.UserErrorCode;

/** Why a mutation of templates was refused, beyond what the platform says. */
enum TemplateErrorCode implements UserErrorCode {
  INVALID_CELL
}
