package dev.cresset.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.nn.BatchNorm1d;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Linear;
import dev.cresset.nn.Sequential;
import dev.cresset.script.Trace;
import dev.cresset.script.TraceException;
import dev.cresset.script.Traced;
import org.junit.jupiter.api.Test;

/** The Java and its trace, compared on further inputs. */
class TraceCheckTest {
  private static final Tensor X = Tensor.of(new float[][] {{1, -2, 3}, {-4, 5, 6}});

  private double scale = 2;

  private Tensor scaled(Tensor x) {
    return x.mul(scale).relu();
  }

  private static Tensor longer(Tensor x) {
    return x.dim() == 3 ? x.add(1.0).relu() : x.add(1.0);
  }

  @Test
  void theSameIsTheSame() {
    Traced traced = Trace.of(this::scaled, X);
    assertThatCode(() -> traced.check(X.neg())).doesNotThrowAnyException();
    assertThatThrownBy(() -> traced.check(X, X)).hasMessageContaining("takes 1 values");
  }

  @Test
  void theFirstStepThatDiffersIsNamed() {
    Traced traced = Trace.of(this::scaled, X);
    scale = 3;
    assertThatThrownBy(() -> traced.check(X))
        .isInstanceOf(TraceException.class)
        .hasMessageMatching(
            "(?s)check: aten::mul.Scalar at TraceCheckTest.java:\\d+ differs: Java has.*");
  }

  @Test
  void anotherWayIsNamed() {
    Traced traced = Trace.of(x -> scale > 2 ? x.mul(2.0) : x.add(2.0), X);
    scale = 3;
    assertThatThrownBy(() -> traced.check(X))
        .hasMessageMatching(
            "check: Java now does aten::mul.Scalar at TraceCheckTest.java:\\d+, where the trace has"
                + " aten::add.Scalar of TraceCheckTest.java:\\d+");
  }

  @Test
  void aWayThatGoesOnIsNamed() {
    Traced traced = Trace.of(TraceCheckTest::longer, X);
    assertThatThrownBy(() -> traced.check(X.unsqueeze(0)))
        .hasMessageMatching(
            "check: Java goes on with aten::relu at TraceCheckTest.java:\\d+, where the trace has"
                + " ended");
  }

  @Test
  void aGuardThatFailsIsTold() {
    Traced traced = Trace.of(x -> x.reshape(x.size(0), -1), X);
    assertThatThrownBy(() -> traced.check(Tensor.ones(5, 3)))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("the trace refuses these inputs")
        .hasMessageContaining("size(0) = 2");
  }

  @Test
  void modulesAndTheGeneratorAreAsBefore() {
    Sequential net = new Sequential(new Linear(3, 4), new BatchNorm1d(4), new Dropout(0.5));
    Traced traced = Trace.of(net, X);
    Tensor mean = net.getSubmodule("1").namedBuffers().get("running_mean");
    Tensor before = mean.clone();
    Generator generator = Generator.global().copy();
    assertThatCode(() -> traced.check(X.mul(2.0))).doesNotThrowAnyException();
    assertThat(mean.allClose(before)).isTrue();
    assertThat(Generator.global().random()).isEqualTo(generator.random());
  }
}
