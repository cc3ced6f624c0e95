package dev.cresset.ir.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {

  @ParameterizedTest
  @CsvSource({
    "2, 2.",
    "-0.0, -0.",
    "0.1, 0.10000000000000001",
    "1e-5, 1.0000000000000001e-05",
    "0.0001, 0.0001",
    "1e15, 1000000000000000.",
    "1e20, 1e+20",
    "-1.5e300, -1.5000000000000001e+300",
    "4.9e-324, 4.9406564584124654e-324",
    "Infinity, inf",
    "-Infinity, -inf",
    "NaN, nan"
  })
  void realsPrintAsTorchScripts(double value, String text) {
    assertThat(Literals.text(value)).isEqualTo(text);
  }

  @Test
  void everyRealReadsBackAsItself() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      assertThat(Literals.number(new Cursor(Literals.text(value)))).isEqualTo(value);
    }
  }

  @Test
  void stringsReadBackAsThemselves() {
    String odd = "a \"b\" 'c' \\ \n\t\r \u0001 é";
    assertThat(Literals.text(odd)).isEqualTo("\"a \\\"b\\\" \\'c\\' \\\\ \\n\\t\\r \\001 é\"");
    assertThat(Literals.string(new Cursor(Literals.text(odd)))).isEqualTo(odd);
  }

  @Test
  void aPointTellsARealFromAnInt() {
    assertThat(Literals.value(new Cursor("[1, 2., -3, inf, \"x\", True, None]")))
        .isEqualTo(List.of(1L, 2.0, -3L, Double.POSITIVE_INFINITY, "x", true, None.NONE));
    assertThat(Literals.text(List.of(1L, 2.0, true))).isEqualTo("[1, 2., 1]");
  }
}
