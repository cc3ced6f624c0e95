package dev.cresset.nn.utils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.cresset.Functional;
import dev.cresset.Tensor;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;
import dev.cresset.nn.Sequential;
import dev.cresset.optim.SGD;
import org.junit.jupiter.api.Test;

/** Weights that are computed of others before every call. */
class ParametrizationsTest {

  @Test
  void theStateHasWhatIsTrainedWherePyTorchHasIt() {
    Linear layer = Parametrizations.weightNorm(new Linear(3, 2));
    assertThat(layer.stateDict().keySet())
        .containsExactly(
            "bias", "parametrizations.weight.original0", "parametrizations.weight.original1");
    assertThat(layer.getParameter("parametrizations.weight.original0").sizes())
        .containsExactly(2, 1);
    Conv2d conv = Parametrizations.spectralNorm(new Conv2d(2, 3, 2));
    assertThat(conv.stateDict().keySet())
        .containsExactly(
            "bias",
            "parametrizations.weight.original",
            "parametrizations.weight.0._u",
            "parametrizations.weight.0._v");
    assertThat(conv.parameters()).hasSize(2);
    assertThatThrownBy(() -> Parametrizations.weightNorm(layer, "weights", 0))
        .hasMessageContaining("'weights': Linear has no parameter 'weights'");
  }

  @Test
  void lengthAndDirectionMakeTheWeightThatWas() {
    Tensor.manualSeed(4);
    Linear plain = new Linear(3, 2);
    Tensor weight = plain.weight.detach().clone();
    Tensor x = Tensor.randn(4, 3);
    Tensor before = plain.call(x).detach();
    Linear layer = Parametrizations.weightNorm(plain);
    assertThat(layer.call(x).allClose(before, 1e-5, 1e-6, false)).isTrue();
    Functional.noGrad(() -> layer.getParameter("parametrizations.weight.original0").mul_(2));
    layer.call(x);
    assertThat(layer.weight.detach().allClose(weight.mul(2), 1e-5, 1e-6, false)).isTrue();
  }

  @Test
  void gradientsReachLengthAndDirectionAlsoOfTwoCalls() {
    Tensor.manualSeed(4);
    Linear layer = Parametrizations.weightNorm(new Linear(3, 2));
    Tensor x = Tensor.randn(4, 3);
    layer.call(x).add(layer.call(x.mul(2))).sum().backward(); // the second call computes it anew
    Tensor g = layer.getParameter("parametrizations.weight.original0");
    Tensor v = layer.getParameter("parametrizations.weight.original1").detach();
    Tensor toWeight = x.mul(3).sum(0).expand(2, 3);
    Tensor want = toWeight.mul(v.div(v.norm(2, Functional.keepDims(1)))).sum(1);
    assertThat(g.grad().reshape(2).allClose(want, 1e-4, 1e-5, false)).isTrue();
    assertThat(layer.weight.isLeaf()).isFalse();
    new SGD(layer.parameters(), layer.lr(0.1)).step();
    assertThat(layer.call(x).sizes()).containsExactly(4, 2);
  }

  @Test
  void theLargestSingularValueBecomesOne() {
    Tensor.manualSeed(6);
    Linear plain = new Linear(4, 3);
    Functional.noGrad(() -> plain.weight.mul_(10));
    Linear layer = Parametrizations.spectralNorm(plain);
    Tensor x = Tensor.randn(2, 4);
    for (int i = 0; i < 30; i++) {
      layer.call(x);
    }
    Tensor weight = layer.weight.detach();
    Tensor square = weight.matmul(weight.t());
    Tensor vector = Tensor.ones(3);
    for (int i = 0; i < 200; i++) {
      vector = Functional.normalize(square.mv(vector), 2, 0, 1e-12);
    }
    assertThat(Math.sqrt(square.mv(vector).norm().item())).isCloseTo(1, offset(1e-4));
    layer.eval();
    Tensor u = layer.stateDict().get("parametrizations.weight.0._u").clone();
    layer.call(x);
    assertThat(layer.stateDict().get("parametrizations.weight.0._u").toFloatArray())
        .containsExactly(u.toFloatArray());
  }

  @Test
  void aParentRunsItsParametrizedChildAsWrittenAndCompiledOnceItIsRemoved() {
    Tensor.manualSeed(8);
    Linear layer = new Linear(3, 3);
    Sequential net = new Sequential(layer, new Linear(3, 1));
    Parametrizations.weightNorm(layer);
    Tensor x = Tensor.randn(2, 3);
    net.call(x).sum().backward();
    assertThat(net.getParameter("0.parametrizations.weight.original1").grad()).isNotNull();
    Tensor y = net.call(x).detach();
    layer.removeParametrizations("weight");
    assertThat(net.stateDict().keySet()).contains("0.weight").hasSize(4);
    assertThat(layer.plain()).isTrue();
    assertThat(net.call(x).detach().allClose(y, 1e-5, 1e-6, false)).isTrue();
  }
}
