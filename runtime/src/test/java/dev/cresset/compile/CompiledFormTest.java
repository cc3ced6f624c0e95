package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Functional;
import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.compile.Nets.Around;
import dev.cresset.compile.Nets.Flow;
import dev.cresset.compile.Nets.Functions;
import dev.cresset.compile.Nets.Gated;
import dev.cresset.compile.Nets.Mixed;
import dev.cresset.compile.Nets.Silent;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.HookHandle;
import dev.cresset.nn.Modes;
import dev.cresset.script.FusedOps;
import dev.cresset.tensor.Memory;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compiled computes what is written: values, gradients, and gradients of gradients. */
class CompiledFormTest {
  private static final double NEAR = 1e-5;

  private final Tensor x = leaf(new float[][] {{1, -2}, {.3f, 4}});
  private final Tensor y = leaf(new float[][] {{.5f, -1}});

  private static Tensor leaf(float[][] rows) {
    return Tensor.of(rows).requiresGrad_(true);
  }

  private static Tensor leaf(Tensor like, DType dtype) {
    return Memory.as(like.detach(), dtype, like.device()).requiresGrad_(true);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void aGroupOfTwoResultsHasTheGradientsOfItsOps(DType dtype) {
    Gated net = new Gated();
    net.to(dtype);
    Tensor a = leaf(x, dtype);
    Tensor b = leaf(y, dtype);
    assertAgrees(() -> net.call(a, b), List.of(a, b, net.weight));
  }

  @Test
  void aResultSmallerThanTheOthersIsComputedOpByOp() {
    Mixed net = new Mixed();
    Tensor mask = Tensor.of(true, false);
    Tensor small = leaf(new float[][] {{2}, {-1}});
    assertAgrees(() -> net.call(small, x, mask).large(), List.of(small, x));
    assertThat(net.call(small, x, mask).small().sizes()).containsExactly(2, 1);
    assertAgrees(() -> net.call(x, x, mask).large(), List.of(x));
  }

  @Test
  void gradientsArriveForOneOfTwoResults() {
    Mixed net = new Mixed();
    assertAgrees(() -> net.call(x, x, Tensor.of(true, false)).small(), List.of(x));
  }

  @Test
  void loopsAndBranchesGoTheSameWay() {
    Flow net = new Flow();
    for (int turns = 0; turns < 5; turns++) {
      int n = turns;
      assertAgrees(() -> net.call(x, n).value(), List.of(x));
      assertThat(net.call(x, n).turns()).isEqualTo(net.forward(x, n).turns());
      net.train(turns % 2 == 0);
    }
  }

  @Test
  void whatMapsElementsIsCompiledWithItsDerivative() {
    Tensor meant = Functional.noGrad(() -> Functions.mapped(x, y));
    Tensor compiled = Nets_Functions_Graph.mapped(x, y);
    assertThat(compiled.allClose(meant, NEAR, NEAR, false)).isTrue();
    compiled.sum().backward();
    // 3x², times y where x is below 0
    Tensor derivative = Tensor.of(new float[][] {{3, -12}, {.27f, 48}});
    assertThat(x.grad()).isNotNull();
    assertThat(x.grad().allClose(derivative, NEAR, NEAR, false)).isTrue();
  }

  @Test
  void staticFunctionsAreCompiledToo() {
    assertAgrees(
        () -> Modes.compiled() ? Nets_Functions_Graph.blend(x, y) : Functions.blend(x, y),
        List.of(x, y));
    Tensor leaky = Nets_Functions_Graph.leaky(x, y);
    float[] in = {1, -2, .3f, 4};
    float[] slopes = {.5f, -1, .5f, -1};
    for (int i = 0; i < in.length; i++) {
      assertThat(at(leaky, i)).isCloseTo(Functions.leaky(in[i], slopes[i]), within(1e-6));
    }
  }

  @Test
  void aChildThatWasPutInIsStillSeenByItsHooks() {
    Around around = new Around(new Gated());
    assertAgrees(() -> around.call(x), List.of(x, around.inner.weight));
    HookHandle hook = around.inner.registerForwardHook((module, in, out) -> in.get(0));
    assertThat(around.call(x).toDoubleArray()).containsExactly(1, 0, .3f, 4);
    hook.remove();
    assertAgrees(() -> around.call(x), List.of(x, around.inner.weight));
  }

  @Test
  void aChildOfAnotherClassThanCompiledIsCalled() {
    assertThat(new Around(new Silent()).call(x).toDoubleArray()).containsExactly(1, 0, .3f, 4);
  }

  @Test
  void groupsAreKnownByTheirBodies() {
    Nets_Functions_Graph.blend(x, y);
    assertThat(
            FusedOps.find(
                """
                graph(%1 : Tensor,
                      %2 : Tensor):
                  %3 : int = prim::Constant[value=1]()
                  %4 : Tensor = aten::mul(%1, %2)
                  %5 : Tensor = aten::add(%4, %1, %3)
                  %6 : Tensor = aten::relu(%5)
                  return (%6)
                """))
        .hasToString("mulAddRelu");
  }

  private static void assertAgrees(Supplier<Tensor> call, List<Tensor> by) {
    Results compiled = results(call, by);
    Results written;
    try (Modes.Scope eager = Modes.eager()) {
      assertThat(eager).isNotNull();
      written = results(call, by);
    }
    assertClose(List.of(compiled.value), List.of(written.value));
    assertClose(compiled.gradients, written.gradients);
    assertClose(compiled.second, written.second);
  }

  private record Results(Tensor value, List<Tensor> gradients, List<Tensor> second) {}

  private static Results results(Supplier<Tensor> call, List<Tensor> by) {
    Tensor value = call.get();
    List<Tensor> gradients = Autograd.grad(value.mul(value.detach()).sum(), by);
    Tensor again = call.get();
    Tensor first = Autograd.gradCreateGraph(again.mul(again).sum(), by).get(0);
    return new Results(value, gradients, Autograd.grad(first.mul(first).sum(), by));
  }

  private static void assertClose(List<Tensor> actual, List<Tensor> expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).sizes()).isEqualTo(expected.get(i).sizes());
      for (int at = 0; at < expected.get(i).numel(); at++) {
        double near = NEAR * Math.max(1, Math.abs(at(expected.get(i), at)));
        assertThat(at(actual.get(i), at)).isCloseTo(at(expected.get(i), at), within(near));
      }
    }
  }

  private static double at(Tensor tensor, int index) {
    return tensor.detach().toDoubleArray()[index];
  }
}
