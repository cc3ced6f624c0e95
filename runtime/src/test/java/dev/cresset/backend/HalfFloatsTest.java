package dev.cresset.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfFloatsTest {
  @Test
  void everyHalfComesBackFromItsFloat() {
    for (int bits = 0; bits < 0x10000; bits++) {
      float value = HalfFloats.fromF16((short) bits);
      if (!Float.isNaN(value)) {
        assertThat(HalfFloats.toF16(value)).as("%x", bits).isEqualTo((short) bits);
      }
      float brain = HalfFloats.fromBf16((short) bits);
      if (!Float.isNaN(brain)) {
        assertThat(HalfFloats.toBf16(brain)).as("%x", bits).isEqualTo((short) bits);
      }
    }
  }

  @Test
  void halvesRoundToEven() {
    assertThat(HalfFloats.fromF16(HalfFloats.toF16(2049))).isEqualTo(2048);
    assertThat(HalfFloats.fromF16(HalfFloats.toF16(2051))).isEqualTo(2052);
    assertThat(HalfFloats.fromF16(HalfFloats.toF16(0.1f))).isEqualTo(0.0999755859375f);
    assertThat(HalfFloats.fromBf16(HalfFloats.toBf16(257))).isEqualTo(256);
    assertThat(HalfFloats.fromBf16(HalfFloats.toBf16(259))).isEqualTo(260);
  }

  @Test
  void whatIsTooLargeIsInfiniteAndNanStaysNan() {
    assertThat(HalfFloats.fromF16(HalfFloats.toF16(65519))).isEqualTo(65504);
    assertThat(HalfFloats.fromF16(HalfFloats.toF16(65520))).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(HalfFloats.fromF16(HalfFloats.toF16(Float.NaN))).isNaN();
    assertThat(HalfFloats.fromBf16(HalfFloats.toBf16(Float.NaN))).isNaN();
  }
}
