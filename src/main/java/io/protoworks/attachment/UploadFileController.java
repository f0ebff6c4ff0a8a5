package io.protoworks.attachment;

import io.protoworks.platform.Client;
import io.protoworks.platform.HttpErrors;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the bytes of uploads over plain HTTP. */
@RestController
class UploadFileController {
  private final UploadLinks links;
  private final UploadReceiver receiver;

  UploadFileController(UploadLinks links, UploadReceiver receiver) {
    this.links = links;
    this.receiver = receiver;
  }

  @PutMapping(UploadLinks.PATH + "{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@PathVariable String name, HttpServletRequest request) throws IOException {
    UUID id = links.follow(name);
    if (id == null) {
      throw UploadFailure.unknown();
    }
    receiver.receive(
        id,
        new UploadReceiver.Source(
            request.getInputStream(),
            request.getContentLengthLong(),
            Client.of(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT))));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> failed(UploadFailure failure) {
    return HttpErrors.response(
        failure.status(), failure.code(), String.valueOf(failure.getMessage()));
  }
}
