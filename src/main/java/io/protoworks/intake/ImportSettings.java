package io.protoworks.intake;

import io.protoworks.platform.Json;
import io.protoworks.register.RegisterMapping;
import io.protoworks.register.RegisterOptions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Reads and writes the mapping and options of an import as {@code import_jobs} keeps them. */
@Component
class ImportSettings {
  private final ObjectMapper json;

  ImportSettings(ObjectMapper json) {
    this.json = json;
  }

  Json write(Object settings) {
    return new Json(json.writeValueAsString(settings));
  }

  RegisterMapping mappingOf(ImportJob job) {
    return json.readValue(job.mapping().text(), RegisterMapping.class);
  }

  RegisterOptions optionsOf(ImportJob job) {
    return json.readValue(job.options().text(), ImportOptions.class).toRegisterOptions();
  }
}
