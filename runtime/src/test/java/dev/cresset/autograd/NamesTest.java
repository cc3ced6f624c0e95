package dev.cresset.autograd;

import static dev.cresset.Functional.clamp;
import static dev.cresset.Functional.gelu;
import static dev.cresset.Functional.maxPool2d;
import static dev.cresset.Functional.pow;
import static dev.cresset.Functional.sub;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries of the tape are called as PyTorch's Python calls them. */
class NamesTest {

  static Arguments[] ops() {
    return new Arguments[] {
      named("AddBackward0", x -> x.add(1)),
      named("SubBackward0", x -> x.sub(1)),
      named("MulBackward0", x -> x.mul(2)),
      named("DivBackward0", x -> x.div(2)),
      named("RsubBackward1", x -> sub(1, x)),
      named("PowBackward0", x -> x.pow(2)),
      named("PowBackward1", x -> x.pow(x)),
      named("PowBackward2", x -> pow(2, x)),
      named("SumBackward0", Tensor::sum),
      named("SumBackward1", x -> x.sum(0)),
      named("MeanBackward1", x -> x.mean(0)),
      named("MaxBackward0", x -> x.max(0).values()),
      named("MaxBackward1", Tensor::max),
      named("ClampBackward1", x -> clamp(x, 0, 1)),
      named("Log1PBackward0", Tensor::log1p),
      named("GeluBackward0", x -> gelu(x)),
      named("ViewBackward0", x -> x.reshape(4)),
      named("MaxPool2DWithIndicesBackward0", x -> maxPool2d(x.view(1, 1, 2, 2), 2)),
    };
  }

  private static Arguments named(String name, UnaryOperator<Tensor> op) {
    return Arguments.of(name, op);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ops")
  void anEntryHasPyTorchsName(String name, UnaryOperator<Tensor> op) {
    Tensor x = Tensor.ones(2, 2).requiresGrad_();
    assertThat(op.apply(x).gradFn().name()).isEqualTo(name);
  }
}
