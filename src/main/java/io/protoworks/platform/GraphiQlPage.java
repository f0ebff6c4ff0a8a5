package io.protoworks.platform;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Serves GraphiQL from the application itself: it must work on sites without internet. The page's
 * assets are kept compressed and sent as they are; their names change with their content.
 */
@RestController
class GraphiQlPage {
  private static final String FOLDER = "static/graphiql/";

  @GetMapping({"/", "/graphiql"})
  RedirectView redirect() {
    return new RedirectView("/graphiql/", true);
  }

  @GetMapping(path = "/graphiql/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(new ClassPathResource(FOLDER + "index.html"));
  }

  @GetMapping("/graphiql/assets/{name:[\\w.-]+}")
  ResponseEntity<Resource> asset(@PathVariable String name) {
    Resource compressed = new ClassPathResource(FOLDER + "assets/" + name + ".gz");
    if (!compressed.exists()) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .contentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM))
        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
        .body(compressed);
  }
}
