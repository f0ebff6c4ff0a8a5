package io.protoworks.attachment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Answers that a browser keeps as a file. */
public final class Downloads {
  private Downloads() {}

  /** Begins the answer; what is written follows. */
  public static OutputStream begin(HttpServletResponse response, String type, String fileName)
      throws IOException {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(fileName, StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    return response.getOutputStream();
  }
}
