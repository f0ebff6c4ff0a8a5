package io.protoworks.platform;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers the failures of plain HTTP end points in the shape that GraphQL's errors have. */
@RestControllerAdvice
public class HttpErrors {

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> failed(Failure failure) {
    return response(statusOf(failure.code()), failure.code().name(), failure.reason());
  }

  /** A response that consists of one error. */
  public static ResponseEntity<Map<String, Object>> response(
      HttpStatus status, String code, String message) {
    return ResponseEntity.status(status)
        .body(
            Map.of(
                "errors", List.of(Map.of("message", message, "extensions", Map.of("code", code)))));
  }

  private static HttpStatus statusOf(ErrorCode code) {
    return switch (code) {
      case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case RATE_LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
      case TIMEOUT -> HttpStatus.SERVICE_UNAVAILABLE;
      case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
      default -> HttpStatus.BAD_REQUEST;
    };
  }
}
