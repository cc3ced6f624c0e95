package dev.cresset.optim;

import static dev.cresset.nn.Options.averageFrom;
import static dev.cresset.nn.Options.decoupledWeightDecay;
import static dev.cresset.nn.Options.etas;
import static dev.cresset.nn.Options.historySize;
import static dev.cresset.nn.Options.lr;
import static dev.cresset.nn.Options.maxIter;
import static dev.cresset.nn.Options.maximize;
import static dev.cresset.nn.Options.rho;
import static dev.cresset.nn.Options.stepSizes;
import static dev.cresset.nn.Options.strongWolfe;
import static dev.cresset.nn.Options.weightDecay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoreOptimizersTest {

  static List<Function<List<Tensor>, Optimizer>> all() {
    return List.of(
        p -> new SGD(p, lr(0.01)),
        p -> new Adam(p, lr(0.1)),
        p -> new RMSprop(p, lr(0.05)),
        p -> new Adagrad(p, lr(0.5)),
        p -> new Adadelta(p, rho(0.9), lr(10)),
        p -> new Adamax(p, lr(0.1), weightDecay(1e-3)),
        p -> new NAdam(p, lr(0.1), weightDecay(1e-3), decoupledWeightDecay(true)),
        p -> new RAdam(p, lr(0.1), weightDecay(1e-3), decoupledWeightDecay(true)),
        p -> new Rprop(p, lr(0.1), etas(0.5, 1.1)),
        p -> new ASGD(p, lr(0.01), averageFrom(50)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aParabolaIsWalkedDown(Function<List<Tensor>, Optimizer> make) {
    Tensor p = Tensor.of(new double[] {3, -4}).requiresGrad_(true);
    Optimizer optimizer = make.apply(List.of(p));
    Supplier<Tensor> loss = parabola(optimizer, p);
    double first = loss.get().item();
    for (int i = 0; i < 200; i++) {
      optimizer.step(loss);
    }
    assertThat(loss.get().item()).isLessThan(0.05 * first);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aStoppedRunGoesOnWithTheSameBits(Function<List<Tensor>, Optimizer> make) {
    for (DType dtype : List.of(DType.F32, DType.F64)) {
      Tensor whole = parameter(dtype);
      Optimizer straight = make.apply(List.of(whole));
      Tensor before = parameter(dtype);
      Optimizer stopped = make.apply(List.of(before));
      for (int i = 0; i < 5; i++) {
        straight.step(parabola(straight, whole));
        stopped.step(parabola(stopped, before));
      }
      Tensor after = Memory.copy(before, dtype, before.device()).requiresGrad_(true);
      Optimizer resumed = make.apply(List.of(after));
      resumed.loadStateDict(stopped.stateDict());
      for (int i = 0; i < 5; i++) {
        straight.step(parabola(straight, whole));
        resumed.step(parabola(resumed, after));
      }
      assertThat(after.toDoubleArray()).containsExactly(whole.toDoubleArray());
    }
  }

  private static Tensor parameter(DType dtype) {
    return Tensor.of(new double[] {3, -4}).to(dtype).detach().requiresGrad_(true);
  }

  private static Supplier<Tensor> parabola(Optimizer optimizer, Tensor p) {
    return () -> {
      optimizer.zeroGrad();
      Tensor loss = p.square().mul(Tensor.of(new double[] {1, 10})).sum();
      loss.backward();
      return loss;
    };
  }

  @Test
  void rpropStepsGrowWhileTheSignStaysAndStayWithinBounds() {
    Tensor p = Tensor.of(0.0).requiresGrad_(true);
    Rprop optimizer =
        new Rprop(List.of(p), lr(0.1), etas(0.5, 2), stepSizes(0.01, 0.3), maximize(true));
    double[] gradients = {1, 3, 3, -1, 1};
    double[] want = {0.1, 0.3, 0.6, 0.6, 0.75}; // twice as far, at most 0.3; back: none, then half
    for (int i = 0; i < want.length; i++) {
      p.setGrad(Tensor.of(gradients[i]));
      optimizer.step();
      assertThat(p.detach().item()).isCloseTo(want[i], within(1e-6));
    }
    assertThatThrownBy(() -> new Rprop(List.of(p), etas(1.5, 2)))
        .hasMessageContaining("they must lie on both sides of 1");
  }

  @Test
  void asgdAveragesFromItsStepOn() {
    Tensor p = Tensor.of(1.0).requiresGrad_(true);
    ASGD optimizer = new ASGD(List.of(p), lr(0.1), averageFrom(1));
    double sum = 0;
    for (int i = 1; i <= 4; i++) {
      p.setGrad(Tensor.of(1.0));
      optimizer.step();
      sum = i <= 3 ? p.detach().item() : sum + p.detach().item();
    }
    assertThat(optimizer.state(p)).containsKeys("eta", "mu", "ax");
    Tensor average = (Tensor) optimizer.state(p).get("ax");
    assertThat(average.item()).isCloseTo(sum / 2, within(1e-6));
  }

  @Test
  void lbfgsFindsTheEndOfRosenbrocksValley() {
    for (boolean search : new boolean[] {true, false}) {
      Tensor p = Tensor.of(new double[] {-1, 1.5}).to(DType.F64).detach().requiresGrad_(true);
      LBFGS optimizer =
          search
              ? new LBFGS(List.of(p), strongWolfe(true), historySize(5))
              : new LBFGS(List.of(p), lr(0.2), maxIter(50));
      for (int i = 0; i < (search ? 5 : 20); i++) {
        optimizer.step(rosenbrock(optimizer, p));
      }
      assertThat(p.toDoubleArray()[0]).isCloseTo(1, within(1e-3));
      assertThat(p.toDoubleArray()[1]).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void lbfgsGoesOnFromItsSavedState() {
    Tensor a = Tensor.of(new double[] {-1, 1.5}).requiresGrad_(true);
    LBFGS first = new LBFGS(List.of(a), maxIter(4), historySize(3), strongWolfe(true));
    first.step(rosenbrock(first, a));
    Tensor b = Memory.copy(a, a.dtype(), a.device()).requiresGrad_(true);
    LBFGS second = new LBFGS(List.of(b), maxIter(4), historySize(3), strongWolfe(true));
    second.loadStateDict(first.stateDict());
    first.step(rosenbrock(first, a));
    second.step(rosenbrock(second, b));
    assertThat(b.toDoubleArray()).containsExactly(a.toDoubleArray());
    assertThatThrownBy(first::step).hasMessageContaining("call step(closure)");
  }

  private static Supplier<Tensor> rosenbrock(Optimizer optimizer, Tensor p) {
    return () -> {
      optimizer.zeroGrad();
      Tensor x = p.select(0, 0);
      Tensor y = p.select(0, 1);
      Tensor loss = x.neg().add(1).square().add(y.sub(x.square()).square().mul(100));
      loss.backward();
      return loss;
    };
  }
}
