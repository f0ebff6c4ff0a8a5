package io.protoworks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeIdTests {
  /** Vectors of the TypeID specification, version 0.3. */
  @ParameterizedTest
  @CsvSource({
    "prefix_00000000000000000000000000, prefix, 00000000-0000-0000-0000-000000000000",
    "prefix_00000000000000000000000001, prefix, 00000000-0000-0000-0000-000000000001",
    "prefix_0000000000000000000000000g, prefix, 00000000-0000-0000-0000-000000000010",
    "prefix_00000000000000000000000010, prefix, 00000000-0000-0000-0000-000000000020",
    "prefix_7zzzzzzzzzzzzzzzzzzzzzzzzz, prefix, ffffffff-ffff-ffff-ffff-ffffffffffff",
    "prefix_0123456789abcdefghjkmnpqrs, prefix, 0110c853-1d09-52d8-d73e-1194e95b5f19",
    "prefix_01h455vb4pex5vsknk084sn02q, prefix, 01890a5d-ac96-774b-bcce-b302099a8057",
    "pre_fix_00000000000000000000000000, pre_fix, 00000000-0000-0000-0000-000000000000"
  })
  void readsAndWritesTheSpecifiedForm(String text, String prefix, UUID uuid) {
    assertThat(TypeId.parse(text)).isEqualTo(new TypeId(prefix, uuid));
    assertThat(new TypeId(prefix, uuid)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "area",
        "area_",
        "_01h455vb4pex5vsknk084sn02q",
        "area_81h455vb4pex5vsknk084sn02q",
        "area_01h455vb4pex5vsknk084sn02",
        "area_01h455vb4pex5vsknk084sn02qq",
        "AREA_01h455vb4pex5vsknk084sn02q",
        "area_01H455VB4PEX5VSKNK084SN02Q",
        "area_01h455vb4pex5vsknk084sn0lu",
        "area-01h455vb4pex5vsknk084sn02q",
        "area_01h455vb4pex5vsknk084sn02q\n"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> TypeId.parse(text))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_REQUEST));
  }

  @Test
  void saysWhatAnIdLooksLike() {
    assertThatThrownBy(() -> TypeId.parse("42")).hasMessageContaining("area_01h455vb4p");
  }
}
