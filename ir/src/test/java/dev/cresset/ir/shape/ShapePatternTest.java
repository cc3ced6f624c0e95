package dev.cresset.ir.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.SyntaxException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShapePatternTest {
  private static final Schema TWO = Schema.parse("aten::two(Tensor a, Tensor b) -> Tensor");

  private static @Nullable Sizes apply(String pattern, @Nullable Object... facts) {
    return ShapePattern.parse(pattern).apply(new ShapeScope(TWO, Arrays.asList(facts))).get(0);
  }

  @Test
  void lettersAreSizes() {
    assertThat(apply("[n, k], [k, m] -> [m, n, 3]", Sizes.of(2, 5), Sizes.of(5, 7)))
        .isEqualTo(Sizes.of(7, 2, 3));
    assertThatThrownBy(() -> apply("[n, k], [k, m] -> [n, m]", Sizes.of(2, 5), Sizes.of(6, 7)))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage(
            "a is [2, 5], b is [6, 7]; a's last size (5) must equal b's next to last size (6)");
  }

  @Test
  void aNumberIsThatNumber() {
    assertThat(apply("[3], [n] -> [n]", Sizes.of(3), Sizes.of(4))).isEqualTo(Sizes.of(4));
    assertThatThrownBy(() -> apply("[3], [n] -> [n]", Sizes.of(2), Sizes.of(4)))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessage("a is [2], b is [4]; 3 must equal a's last size (2)");
  }

  @Test
  void starsBroadcast() {
    String pattern = "[*, n], [*, n] -> [*, n]";
    assertThat(apply(pattern, Sizes.of(4, 1, 3), Sizes.of(5, 3))).isEqualTo(Sizes.of(4, 5, 3));
    assertThatThrownBy(() -> apply(pattern, Sizes.of(4, 3), Sizes.of(5, 3)))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessageStartingWith("a is [4, 3], b is [5, 3]; [4] and [5] do not broadcast");
  }

  @Test
  void theRuleWithTheRightNumbersOfDimensionsIsMeant() {
    String pattern = "[k], [k] -> []; [*, m, k], [k] -> [*, m]";
    assertThat(apply(pattern, Sizes.of(3), Sizes.of(3))).isEqualTo(Sizes.of());
    assertThat(apply(pattern, Sizes.of(9, 2, 3), Sizes.of(3))).isEqualTo(Sizes.of(9, 2));
    assertThat(apply(pattern, null, Sizes.of(3))).isNull();
    assertThatThrownBy(() -> apply(pattern, Sizes.of(3), Sizes.of(3, 3)))
        .isInstanceOf(ShapeMismatch.class)
        .hasMessageContaining("a is [3], b is [3, 3]");
  }

  @Test
  void whatIsMissingOrUnknownSaysNothing() {
    String pattern = "[n, k], [n] -> [n, k]";
    Sizes open = new Sizes(List.of(Size.UNKNOWN, new Size.Named("C")));
    assertThat(apply(pattern, open, None.NONE)).hasToString("[?, C]");
    assertThat(apply(pattern, open, Sizes.of(4))).hasToString("[4, C]");
    assertThat(apply("[*, k], [k] -> [*]", null, Sizes.of(4))).isNull();
  }

  @Test
  void aTextThatIsNoPatternIsRefused() {
    assertThatThrownBy(() -> ShapePattern.parse("[n, k -> [n]"))
        .isInstanceOf(SyntaxException.class);
  }
}
