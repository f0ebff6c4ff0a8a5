package io.protoworks.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the records of a {@link JsonForm} as JSON, and reads them again, strictly. */
public final class JsonForms {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private static final TypeReference<LinkedHashMap<String, Object>> MEMBERS =
      new TypeReference<>() {};

  private JsonForms() {}

  public static Json write(JsonForm form) {
    return new Json(MAPPER.writeValueAsString(form));
  }

  /** The members of a record, as maps, lists, texts, numbers and booleans. */
  public static Map<String, Object> members(JsonForm form) {
    return MAPPER.convertValue(form, MEMBERS);
  }

  /** Any record, map, list or simple value, as JSON. */
  public static Json json(Object value) {
    return new Json(MAPPER.writeValueAsString(value));
  }

  /** What {@link #write} wrote; anything else is an error of ours, not of a person. */
  public static <T extends JsonForm> T read(Class<T> form, Json written) {
    return MAPPER.readValue(written.text(), form);
  }
}
