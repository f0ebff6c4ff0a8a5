package io.protoworks.platform;

/** The stable codes of GraphQL errors, under {@code extensions.code}. */
public enum ErrorCode {
  UNAUTHENTICATED,
  FORBIDDEN,
  NOT_FOUND,
  BAD_REQUEST,
  GRAPHQL_PARSE_FAILED,
  GRAPHQL_VALIDATION_FAILED,
  TOO_COMPLEX,
  RATE_LIMITED,
  TIMEOUT,
  TOO_SLOW,
  GONE,
  INTERNAL
}
