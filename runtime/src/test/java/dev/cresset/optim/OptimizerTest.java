package dev.cresset.optim;

import static dev.cresset.nn.Options.alpha;
import static dev.cresset.nn.Options.amsgrad;
import static dev.cresset.nn.Options.betas;
import static dev.cresset.nn.Options.dampening;
import static dev.cresset.nn.Options.eps;
import static dev.cresset.nn.Options.initialAccumulatorValue;
import static dev.cresset.nn.Options.lr;
import static dev.cresset.nn.Options.maximize;
import static dev.cresset.nn.Options.momentum;
import static dev.cresset.nn.Options.nesterov;
import static dev.cresset.nn.Options.weightDecay;
import static dev.cresset.tensor.Tensors.filled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Numbers in these tests were computed by PyTorch 1.13. */
class OptimizerTest {

  @Test
  void sgdWeightDecay() {
    check(
        params -> new SGD(params, lr(0.1), weightDecay(0.05)),
        new float[] {1.51040459f, 0.000642539293f},
        new float[][] {
          {-0.44298017f, 0.450780988f},
          {-0.025824964f, -1.52914166f},
          {-0.598908126f, 1.49239993f},
          {0.0522593223f, -0.0115574058f}
        },
        new float[] {1.58098137f, -0.0397247188f});
  }

  @Test
  void sgdNesterovWd() {
    check(
        params -> new SGD(params, lr(0.1), momentum(0.8), nesterov(true), weightDecay(0.01)),
        new float[] {-0.306062341f, -0.907921731f},
        new float[][] {
          {-0.11790508f, 1.58238375f},
          {0.458386868f, 1.54015565f},
          {-0.429959387f, -0.424755901f},
          {-0.879232824f, -1.38945341f}
        },
        new float[] {-0.13528204f, -1.52737749f});
  }

  @Test
  void sgdMomentumWdDamp() {
    check(
        params -> new SGD(params, lr(0.05), momentum(0.9), weightDecay(0.1), dampening(0.1)),
        new float[] {1.44920516f, -0.0550902411f},
        new float[][] {
          {0.517747998f, 0.847403347f},
          {-0.150214389f, -1.00817609f},
          {0.585194111f, -1.4328444f},
          {-1.59756565f, -0.474566162f}
        },
        new float[] {1.34033549f, 0.0689828247f});
  }

  @Test
  void adamMaximize() {
    check(
        params -> new Adam(params, lr(0.02), maximize(true)),
        new float[] {-0.427215517f, -1.85198379f},
        new float[][] {
          {-0.370409518f, -0.155115411f},
          {-1.15414333f, -2.07106519f},
          {0.278112262f, -0.72132951f},
          {-0.809895396f, -1.5238589f}
        },
        new float[] {-0.490210831f, -1.92081881f});
  }

  @Test
  void adamAmsgradWd() {
    check(
        params -> new Adam(params, lr(0.05), amsgrad(true), weightDecay(0.1)),
        new float[] {-0.842730582f, -0.625403702f},
        new float[][] {
          {-1.91560864f, -1.05307388f},
          {1.00025976f, -0.814255834f},
          {-0.440233111f, -0.746625245f},
          {0.110079646f, 1.52464938f}
        },
        new float[] {-0.744662225f, -0.467111319f});
  }

  @Test
  void adamwBetasEps() {
    check(
        params -> new AdamW(params, lr(0.01), betas(0.8, 0.95), eps(1e-4)),
        new float[] {1.51236856f, -1.26792026f},
        new float[][] {
          {0.536518157f, 0.387430578f},
          {-0.348964721f, -1.78798461f},
          {-0.225043729f, 0.689450979f},
          {0.645363212f, 0.691548705f}
        },
        new float[] {1.4987644f, -1.27032435f});
  }

  @Test
  void doublePrecisionTakesTheSameSteps() {
    Tensor narrow = parameter(1, -2);
    Tensor wide = Memory.copy(narrow, DType.F64, narrow.device()).requiresGrad_(true);
    for (Function<List<Tensor>, Optimizer> make :
        List.<Function<List<Tensor>, Optimizer>>of(
            p -> new SGD(p, lr(0.1)),
            p -> new SGD(p, lr(0.1), momentum(0.9), nesterov(true)),
            p -> new Adam(p, lr(0.1)),
            p -> new AdamW(p, lr(0.1), amsgrad(true)))) {
      for (Tensor p : List.of(narrow, wide)) {
        Optimizer optimizer = make.apply(List.of(p));
        for (int step = 1; step < 4; step++) {
          Tensor grad = Tensor.fromBlob(new float[] {0.5f * step, -1}, 2);
          p.setGrad(Memory.copy(grad, p.dtype(), p.device()));
          optimizer.step();
        }
      }
      assertThat(narrow.toDoubleArray())
          .usingComparatorWithPrecision(1e-5)
          .containsExactly(wide.toDoubleArray());
    }
  }

  @Test
  void aViewIsUpdatedInPlace() {
    Tensor memory = Tensor.fromBlob(new float[] {9, 1, 9, 2, 9}, 5);
    Tensor view =
        Tensor.wrap(memory.strided().view(new long[] {2}, new long[] {2}, 1)).requiresGrad_(true);
    view.setGrad(filled(1, 2));
    int version = view.strided().storage().version();
    new SGD(List.of(view), lr(0.5)).step();
    assertThat(memory.toFloatArray()).containsExactly(9, 0.5f, 9, 1.5f, 9);
    assertThat(view.strided().storage().version()).isGreaterThan(version);
  }

  @Test
  void largeParametersAreUpdatedInFull() {
    Tensor p = filled(1, 300_000).requiresGrad_(true);
    p.setGrad(filled(2, 300_000));
    new SGD(List.of(p), lr(0.25)).step();
    assertThat(p.toFloatArray()).containsOnly(0.5f);
  }

  @Test
  void parametersWithoutGradientStay() {
    Tensor with = parameter(1);
    Tensor without = parameter(1);
    with.setGrad(filled(1, 1));
    SGD sgd = new SGD(List.of(with, without), lr(0.5));
    sgd.step();
    assertThat(without.item()).isEqualTo(1);
    assertThat(with.item()).isEqualTo(0.5);
    sgd.zeroGrad();
    assertThat(with.grad()).isNull();
  }

  @Test
  void groupsHaveSettingsOfTheirOwn() {
    Tensor a = parameter(1);
    Tensor b = parameter(1);
    SGD sgd = new SGD(List.of(a), lr(0.5));
    sgd.addParamGroup(List.of(b), lr(0.25), weightDecay(1));
    a.setGrad(filled(1, 1));
    b.setGrad(filled(1, 1));
    sgd.step();
    assertThat(a.item()).isEqualTo(0.5);
    assertThat(b.item()).isEqualTo(1 - 0.25 * 2);
    sgd.paramGroups().get(0).set("momentum", 0.9);
    assertThatThrownBy(() -> sgd.paramGroups().get(0).set("momentun", 0.9))
        .hasMessageContaining("there is no setting 'momentun'; there are [lr, momentum");
    assertThatThrownBy(() -> sgd.addParamGroup(List.of(a)))
        .hasMessageContaining("is in another group");
  }

  @Test
  void theClosureFormComputesThenSteps() {
    Tensor p = parameter(2);
    Tensor loss =
        new SGD(List.of(p), lr(1))
            .step(
                () -> {
                  p.setGrad(filled(0.5, 1));
                  return filled(7, 1);
                });
    assertThat(loss.item()).isEqualTo(7);
    assertThat(p.item()).isEqualTo(1.5);
  }

  @Test
  void wrongSettingsAreRefused() {
    List<Tensor> params = List.of(parameter(1));
    assertThatThrownBy(() -> new SGD(params, lr(-1))).hasMessageContaining("lr is -1.0");
    assertThatThrownBy(() -> new SGD(params, lr(1), nesterov(true)))
        .hasMessageContaining("Nesterov momentum requires a momentum");
    assertThatThrownBy(() -> new Adam(params, betas(1, 0.9))).hasMessageContaining("a beta is 1.0");
    assertThatThrownBy(() -> new Adam(List.of())).hasMessageContaining("at least one parameter");
  }

  @Test
  void anOptimizerGoesOnFromItsSavedState() {
    Tensor a = parameter(1, 2);
    Tensor b = parameter(1, 2);
    Adam first = new Adam(List.of(a), lr(0.1));
    step(first, a, 1);
    Memory.copy(a, b);
    Adam second = new Adam(List.of(b), lr(9));
    second.loadStateDict(first.stateDict());
    assertThat(second.paramGroups().get(0).lr()).isEqualTo(0.1);
    step(first, a, 2);
    step(second, b, 2);
    assertThat(b.toFloatArray()).containsExactly(a.toFloatArray());
    assertThat(second.state(b).keySet()).containsExactly("step", "exp_avg", "exp_avg_sq");
    assertThat(second.state(b).get("exp_avg")).isNotSameAs(first.state(a).get("exp_avg"));
  }

  @Test
  void aStateOfOtherGroupsIsRefusedAndChangesNothing() {
    Tensor a = parameter(1);
    Adam one = new Adam(List.of(a), lr(0.1));
    Adam two = new Adam(List.of(parameter(1), parameter(2)), lr(0.5));
    step(one, a, 1);
    Map<String, Object> state = two.stateDict();
    assertThatThrownBy(() -> one.loadStateDict(state))
        .hasMessageContaining("doesn't match the size of optimizer's group");
    assertThat(one.paramGroups().get(0).lr()).isEqualTo(0.1);
    assertThat(one.state(a)).isNotEmpty();
  }

  private static void step(Optimizer optimizer, Tensor p, double gradient) {
    p.setGrad(filled(gradient, p.sizes()));
    optimizer.step();
  }

  private static Tensor parameter(float... values) {
    return Tensor.fromBlob(values, values.length).requiresGrad_(true);
  }

  private static void check(
      Function<List<Tensor>, Optimizer> make, float[] start, float[][] gradients, float[] end) {
    Tensor p = parameter(start);
    Optimizer optimizer = make.apply(List.of(p));
    for (float[] gradient : gradients) {
      p.setGrad(Tensor.fromBlob(gradient, gradient.length));
      optimizer.step();
    }
    for (int i = 0; i < end.length; i++) {
      assertThat(p.toFloatArray()[i]).isCloseTo(end[i], within(1e-6f + 1.3e-6f * Math.abs(end[i])));
    }
  }

  @Test
  void rmspropWithMomentumGoesOnInItsDirection() {
    Tensor p = Tensor.of(1.0).requiresGrad_(true);
    RMSprop optimizer = new RMSprop(List.of(p), lr(0.1), alpha(0.5), momentum(0.9), maximize(true));
    double want = 1;
    double square = 0;
    double buffer = 0;
    for (double gradient : new double[] {2, -1, 0.5}) {
      p.setGrad(Tensor.of(gradient));
      optimizer.step();
      square = 0.5 * square + 0.5 * gradient * gradient;
      buffer = 0.9 * buffer - gradient / (Math.sqrt(square) + 1e-8);
      want -= 0.1 * buffer;
      assertThat(p.detach().item()).isCloseTo(want, within(1e-6));
    }
    assertThat(optimizer.state(p)).containsKeys("step", "square_avg", "momentum_buffer");
  }

  @Test
  void adagradBeginsWithTheGivenSum() {
    Tensor p = Tensor.of(1.0).requiresGrad_(true);
    Adagrad optimizer = new Adagrad(List.of(p), lr(0.5), initialAccumulatorValue(9));
    p.setGrad(Tensor.of(4.0));
    optimizer.step();
    assertThat(p.detach().item()).isCloseTo(1 - 0.5 * 4 / 5, within(1e-6));
  }
}
