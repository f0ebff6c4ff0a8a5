package io.protoworks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.testing.ServerTest;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JacksonException;

@ServerTest
class JsonFormTests {
  @Autowired SqlSessionFactory sessions;

  sealed interface Shape extends JsonForm {}

  record Circle(String radius, @Nullable LocalDate drawnOn) implements Shape {}

  record Polygon(List<Corner> corners, boolean closed) implements Shape {}

  record Corner(int x, int y) {}

  @Test
  void writesComponentsAndReadsThemAgain() {
    Shape circle = new Circle("12.50", LocalDate.of(2026, 2, 3));
    Shape polygon = new Polygon(List.of(new Corner(1, 2), new Corner(3, 4)), true);
    assertThat(JsonForms.write(circle).text())
        .isEqualTo("{\"radius\":\"12.50\",\"drawnOn\":\"2026-02-03\"}");
    assertThat(JsonForms.read(Circle.class, JsonForms.write(circle))).isEqualTo(circle);
    assertThat(JsonForms.read(Polygon.class, JsonForms.write(polygon))).isEqualTo(polygon);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"corners\": [], \"closed\": true, \"colour\": \"red\"}",
        "{\"corners\": [], \"closed\": null}",
        "{\"corners\": [], \"closed\": \"true\"}",
        "{\"corners\": [{\"x\": 1.5, \"y\": 2}], \"closed\": true}",
        "{\"corners\": [{\"x\": \"1\", \"y\": 2}], \"closed\": true}"
      })
  void refusesWhatItDidNotWrite(String json) {
    assertThatThrownBy(() -> JsonForms.read(Polygon.class, new Json(json)))
        .isInstanceOf(JacksonException.class);
  }

  /** Of production and of tests: found by the scan, not listed. */
  @Test
  void statementsTakeARecordAndAnArrayOfThem() {
    var handlers = sessions.getConfiguration().getTypeHandlerRegistry();
    assertThat(handlers.hasTypeHandler(Circle.class)).isTrue();
    assertThat(handlers.hasTypeHandler(Shape[].class)).isTrue();
  }
}
