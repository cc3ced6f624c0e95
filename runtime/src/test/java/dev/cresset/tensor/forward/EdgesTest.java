package dev.cresset.tensor.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ops along a dimension, of a tensor that has none, and of one that has no elements. */
class EdgesTest {
  private static final Tensor ZERO = Tensor.scalar(0L);
  private static final Tensor NONE = Tensor.of(new long[0]);

  /** What each gives for a lone 3, whose dimension counts as one of size 1. */
  static Stream<Arguments> loneElements() {
    return Stream.of(
        lone("sum", 3, x -> ReductionForward.sum(x, new long[] {0}, false, null)),
        lone("sum keepdim", 3, x -> ReductionForward.sum(x, new long[] {-1}, true, null)),
        lone("mean", 3, x -> ReductionForward.mean(x, new long[] {0}, false, null)),
        lone("prod", 3, x -> ReductionForward.prod(x, 0, false, null)),
        lone("max", 3, x -> ReductionForward.max(x, 0, false)[0]),
        lone("argmax", 0, x -> ReductionForward.argmax(x, -1L, false)),
        lone("median", 3, x -> ReductionForward.median(x, 0, false)[0]),
        lone("any", 1, x -> ReductionForward.any(x, 0, false)),
        lone("var", 0, x -> ReductionForward.var(x, new long[] {0}, 0L, false)),
        lone("norm", 3, x -> ReductionForward.linalgVectorNorm(x, 2, new long[] {0}, false, null)),
        lone("logsumexp", 3, x -> ReductionForward.logsumexp(x, new long[] {0}, false)),
        lone("softmax", 1, x -> ReductionForward.softmax(x, 0, null)),
        lone("log_softmax", 0, x -> ReductionForward.logSoftmax(x, -1, null)),
        lone("values_at", 3, x -> ReductionForward.valuesAt(x, 0, ZERO, false)),
        lone("cumsum", 3, x -> ScanForward.cumsum(x, 0, null)),
        lone("cummax", 3, x -> ScanForward.cummax(x, 0)[0]),
        lone("logcumsumexp", 3, x -> ScanForward.logcumsumexp(x, 0)),
        lone("sort", 3, x -> SortForward.sort(x, -1, true)[0]),
        lone("topk", 3, x -> SortForward.topk(x, 1, 0, true, true)[0]),
        lone("kthvalue", 3, x -> SortForward.kthvalue(x, 1, 0, false)[0]),
        lone("mode", 3, x -> SortForward.mode(x, 0, false)[0]),
        lone("flip", 3, x -> JoinForward.flip(x, new long[] {0})),
        lone("shift", 7, x -> JoinForward.shift(x, 0, 1, 7)),
        lone("index_select", 3, x -> IndexForward.indexSelect(x, 0, Tensor.of(0L))),
        lone("index_fill", 5, x -> IndexForward.indexFill(x, 0, ZERO, 5)),
        lone("index_add", 8, x -> IndexForward.indexAdd(x, 0, ZERO, five(x), 1)),
        lone("index_copy", 5, x -> IndexForward.indexCopy(x, 0, ZERO, five(x))),
        lone("gather", 3, x -> IndexForward.gather(x, 0, ZERO, false)),
        lone("scatter", 5, x -> IndexForward.scatter(x, 0, ZERO, five(x))),
        lone("scatter_add", 8, x -> IndexForward.scatterAdd(x, 0, ZERO, five(x))));
  }

  private static Tensor five(Tensor like) {
    return FactoryForward.fill(like, 5);
  }

  private static Arguments lone(String op, double value, Function<Tensor, Tensor> call) {
    return Arguments.of(op, value, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("loneElements")
  void aLoneElementIsALineOfOne(String op, double value, Function<Tensor, Tensor> call) {
    for (DType dtype : List.of(DType.F32, DType.F64)) {
      Tensor y = call.apply(Views.copy(Tensor.scalar(3.0), dtype));
      assertThat(y.dim()).isZero();
      assertThat(y.item()).isEqualTo(value);
    }
  }

  /** What each gives for no elements, of sizes {@code [2, 0, 3]}. */
  static Stream<Arguments> nothings() {
    return Stream.of(
        none("sum", "[2, 3]", x -> ReductionForward.sum(x, new long[] {1}, false, null)),
        none("prod", "[2, 3]", x -> ReductionForward.prod(x, 1, false, null)),
        none("mean", "[2, 3]", x -> ReductionForward.mean(x, new long[] {1}, false, null)),
        none("var", "[2, 1, 3]", x -> ReductionForward.var(x, new long[] {1}, 1L, true)),
        none("logsumexp", "[2, 3]", x -> ReductionForward.logsumexp(x, new long[] {1}, false)),
        none("max", "[0, 3]", x -> ReductionForward.max(x, 0, false)[0]),
        none("argmin", "[2, 0]", x -> ReductionForward.argmin(x, 2L, false)),
        none("median", "[0, 3]", x -> ReductionForward.median(x, 0, false)[0]),
        none("softmax", "[2, 0, 3]", x -> ReductionForward.softmax(x, 1, null)),
        none("cumsum", "[2, 0, 3]", x -> ScanForward.cumsum(x, 1, null)),
        none("cummin", "[2, 0, 3]", x -> ScanForward.cummin(x, 0)[1]),
        none("diff", "[2, 0, 3]", x -> CompositeForward.diff(x, 1, 1, null, null)),
        none("sort", "[2, 0, 3]", x -> SortForward.sort(x, 1, false)[0]),
        none("topk", "[2, 0, 1]", x -> SortForward.topk(x, 1, 2, true, true)[1]),
        none("unique", "[0]", x -> SortForward._unique2(x, true, true, true)[0]),
        none("flip", "[2, 0, 3]", x -> JoinForward.flip(x, new long[] {1})),
        none("roll", "[2, 0, 3]", x -> JoinForward.roll(x, new long[] {1}, new long[] {1})),
        none("index_select", "[2, 0, 3]", x -> IndexForward.indexSelect(x, 1, NONE)),
        none(
            "embedding",
            "[0, 4]",
            x ->
                EmbeddingForward.embedding(
                    Tensor.fromBlob(new float[8], 2, 4), NONE, -1, false, false)),
        none(
            "embedding backward",
            "[2, 4]",
            x ->
                EmbeddingForward.embeddingDenseBackward(
                    Tensor.fromBlob(new float[0], 0, 4), NONE, 2, -1, true)),
        none(
            "nll_loss",
            "[0]",
            x ->
                LossForward.nllLossForward(
                    Tensor.fromBlob(new float[0], 0, 4), NONE, null, 0, -100)[0]));
  }

  private static Arguments none(String op, String sizes, Function<Tensor, Tensor> call) {
    return Arguments.of(op, sizes, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nothings")
  void noElementsAreNoTrouble(String op, String sizes, Function<Tensor, Tensor> call) {
    Tensor y = call.apply(Tensor.fromBlob(new float[0], 2, 0, 3));
    assertThat(Arrays.toString(y.sizes())).isEqualTo(sizes);
  }
}
