package io.protoworks.attachment;

import io.protoworks.platform.HttpErrors;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
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

  @PutMapping(UploadLinks.PATH + "{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@PathVariable String id, HttpServletRequest request) throws IOException {
    Viewer sender = links.follow(request);
    if (sender == null) {
      throw UploadFailure.unknown();
    }
    receiver.receive(
        sender,
        TypeId.parse(id).uuid(),
        new UploadReceiver.Source(request.getInputStream(), request.getContentLengthLong()));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> failed(UploadFailure failure) {
    return HttpErrors.response(
        failure.status(), failure.code().name(), String.valueOf(failure.getMessage()));
  }
}
