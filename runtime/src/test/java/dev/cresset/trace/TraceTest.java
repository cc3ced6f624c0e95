package dev.cresset.trace;

import static dev.cresset.Functional.noGrad;
import static dev.cresset.Functional.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.type.DType;
import dev.cresset.script.Trace;
import dev.cresset.script.TraceException;
import dev.cresset.script.Traced;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One run of a function, as a graph. */
class TraceTest {
  private static final Tensor X = Tensor.of(new float[][] {{1, -2, 3}, {-4, 5, 6}});

  private static Tensor twoWays(Tensor x, Tensor y) {
    if (x.sum().gt(0).toBool()) {
      return x.add(y);
    } else {
      return x.mul(y);
    }
  }

  @Test
  void eachOpIsANodeWithItsLine() {
    Traced traced = Trace.of(x -> x.mul(2.0).relu(), X);
    assertSame(
        traced.graph(),
        """
        graph(%x : Tensor):
          %1 : float = prim::Constant[value=2.]()
          %2 : Tensor = aten::mul(%x, %1)
          %3 : Tensor = aten::relu(%2)
          return (%3)
        """);
    assertThat(traced.graph().toString())
        .containsPattern("aten::relu\\(%\\d+\\) # TraceTest.java:\\d+");
    assertThat(Graph.parse(traced.graph().toString()).sameAs(traced.graph())).isTrue();
    assertSame(traced.call(Tensor.of(-1.0, 2.0)), Tensor.of(0.0, 4.0));
  }

  @Test
  void aLookAtAValueIsRefusedWhereItHappens() {
    assertThatThrownBy(() -> Trace.of(TraceTest::twoWays, X, X))
        .isInstanceOf(TraceException.class)
        .hasMessageMatching(
            "TraceTest.java:\\d+: Java looks at a tensor's value with toBool\\(\\).*")
        .satisfies(
            e -> assertThat(e.getStackTrace()).anyMatch(f -> f.getMethodName().equals("twoWays")));
    List<Function<Tensor, Object>> looks =
        List.of(
            x -> x.sum().item(),
            x -> x.sum().toLong(),
            x -> x.sum().toFloat(),
            x -> x.toFloatArray(),
            x -> x.toString(),
            x -> x.allClose(x));
    for (Function<Tensor, Object> look : looks) {
      assertThatThrownBy(() -> Trace.of(x -> List.of(look.apply(x).hashCode()), X))
          .hasMessageContaining("Java looks at a tensor's value with");
    }
  }

  @Test
  void aGuardStandsForALook() {
    Traced traced = Trace.of(TraceTest::twoWays, X, X, Trace.guarded());
    assertSame(traced.call(X, X), X.add(X));
    assertThatThrownBy(() -> traced.call(X.neg(), X))
        .hasMessageMatching("TraceTest.java:\\d+: this trace is for toBool\\(\\) = true.*");
    Traced other = Trace.of(TraceTest::twoWays, X.neg(), X, Trace.guarded());
    assertSame(other.call(X.neg(), X), X.neg().mul(X));
    assertThatThrownBy(() -> other.call(X, X)).hasMessageContaining("toBool() = false");
  }

  @Test
  void elementsThatWereReadAreGuardedOneByOne() {
    Traced traced = Trace.of(x -> x.mul(x.get(range(0, 1)).toFloatArray()[1]), X, Trace.guarded());
    assertSame(traced.call(X), X.mul(-2.0));
    Tensor other = X.clone();
    other.get(range(0, 1)).mul_(2);
    assertThatThrownBy(() -> traced.call(other))
        .hasMessageContaining("elements that Java read there with toFloatArray()");
    assertThatThrownBy(() -> traced.call(X.reshape(3, 2))).hasMessageContaining("size(1) = 3");
  }

  @Test
  void aDtypeThatJavaAskedForIsGuarded() {
    Traced traced = Trace.of(x -> x.isFloatingPoint() ? x.mul(0.5) : x, X);
    assertSame(traced.call(X.add(1.0)), X.add(1.0).mul(0.5));
    assertThatThrownBy(() -> traced.call(Tensor.of(2, 4)))
        .hasMessageContaining("this trace is for dtype() = F32");
    assertThat(Trace.of(x -> x.mul(0.5), X).call(Tensor.of(2, 4)).dtype()).isEqualTo(DType.F32);
  }

  @Test
  void tracesAreCalledByTraces() {
    Traced inner = Trace.of(x -> x.mul(3.0), X);
    Traced outer = Trace.of(x -> inner.call(x).add(Trace.of(y -> y.neg(), x).call(x)), X);
    assertSame(outer.call(X.add(1.0)), X.add(1.0).mul(2.0));
  }

  @Test
  void viewsAndWritingKeepTheirMeaning() {
    Function<Tensor, Object> writing =
        x -> {
          Tensor sum = Tensor.of(1.0, 2.0, 3.0);
          sum.add_(x);
          Tensor part = sum.get(range(0, 2));
          part.mul_(2.0);
          x.zero_();
          return List.of(sum, part, x.add(1.0));
        };
    Tensor x = Tensor.of(1.0, 1.0, 1.0);
    Traced traced = Trace.of(writing::apply, x);
    assertSame(x, Tensor.of(1.0, 1.0, 1.0));
    for (int i = 0; i < 2; i++) { // what was made of numbers is made anew in each call
      Tensor in = Tensor.of(5.0, 6.0, 7.0);
      List<IValue> got = traced.invoke(List.of(IValue.from(in))).toList();
      assertSame(got.get(0).toTensor(), Tensor.of(12.0, 16.0, 10.0));
      assertSame(got.get(1).toTensor(), Tensor.of(12.0, 16.0));
      assertSame(got.get(2).toTensor(), Tensor.of(1.0, 1.0, 1.0));
      assertSame(in, Tensor.of(0.0, 0.0, 0.0));
    }
  }

  @Test
  void tensorsFromOutsideAreHeldAndTrained() {
    Tensor weight = Tensor.of(2.0, 3.0, 4.0).requiresGrad_();
    Tensor count = Tensor.of(0.0);
    Traced traced =
        Trace.of(
            x -> {
              count.add_(1.0);
              return x.mul(weight);
            },
            X);
    assertThat(traced.namedParameters()).containsOnlyKeys("captured_1");
    assertThat(traced.namedBuffers()).containsOnlyKeys("captured_0");
    traced.call(X).sum().backward();
    assertSame(traced.getParameter("captured_1").grad(), Tensor.of(-3.0, 3.0, 9.0));
    assertThat(weight.grad()).isNotNull();
    assertSame(count, Tensor.of(2.0));
  }

  @Test
  void randomOpsStayRandom() {
    Traced traced = Trace.of(x -> x.add(Tensor.randLike(x)), X);
    Tensor.manualSeed(3);
    Tensor expected = X.add(Tensor.randLike(X));
    Tensor.manualSeed(3);
    assertSame(traced.call(X), expected);
    assertThat(traced.call(X).allClose(expected)).isFalse();
  }

  @Test
  void resultsMayBeListsMapsAndPairs() {
    Traced traced =
        Trace.of(x -> Map.of("both", Trace.class == null ? List.of() : List.of(x, x.neg())), X);
    IValue map = traced.invoke(List.of(IValue.from(X)));
    assertSame(map.toDict().get(IValue.from("both")).toList().get(1).toTensor(), X.neg());
    Traced pair = Trace.of(x -> x.max(1), X);
    assertSame(pair.invoke(List.of(IValue.from(X))).toTuple().get(1).toTensor(), Tensor.of(2, 2));
    Traced several = Trace.of(all -> all.get(0).add(all.get(1)).add(all.get(2)), List.of(X, X, X));
    assertSame(several.call(X, X, X), X.mul(3.0));
    assertThatThrownBy(() -> Trace.of(x -> new Object(), X)).hasMessageContaining("gave a Object");
  }

  @Test
  void partsOfListsAreTakenOut() {
    Traced traced =
        Trace.of(
            x -> {
              List<Tensor> parts = x.split(1, 0);
              return parts.get(0).mul(parts.get(1));
            },
            X);
    assertSame(traced.call(X.add(1.0)), Tensor.of(new float[][] {{-6, -6, 28}}));
  }

  @Test
  void gradientsThatAreSwitchedOffStaySo() {
    Tensor weight = Tensor.of(2.0).requiresGrad_();
    Function<Tensor, Tensor> function =
        x -> {
          Tensor scale = noGrad(() -> weight.mul(weight));
          return x.mul(scale).mul(weight);
        };
    Traced traced = Trace.of(function, X);
    traced.call(X).sum().backward();
    assertSame(weight.grad(), Tensor.of(36.0)); // 9 · 2²: the square counts as a number
  }

  @Test
  void whatNoGraphHoldsIsRefused() {
    Tensor weight = Tensor.of(2.0).requiresGrad_();
    assertRefused(x -> x.map(v -> v + 1), "calls map with a function of plain Java");
    assertRefused(
        x -> {
          x.mul(weight).sum().backward();
          return x;
        },
        "runs backward()");
    assertRefused(
        x -> {
          Tensor.manualSeed(1);
          return x;
        },
        "seeds a generator");
    assertRefused(x -> x.clone().requiresGrad_(), "requires a gradient");
    assertRefused(
        x -> Tensor.fromBlob(x.strided().storage().floats().clone(), 6), "takes the memory");
  }

  private static void assertRefused(Function<Tensor, Tensor> function, String why) {
    assertThatThrownBy(() -> Trace.of(function, X))
        .isInstanceOf(TraceException.class)
        .hasMessageStartingWith("TraceTest.java:")
        .hasMessageContaining(why)
        .hasMessageContaining("which no graph can hold");
    assertThat(Trace.of(x -> x.add(1.0), X).call(X)).isNotNull(); // the thread records no longer
  }

  static void assertSame(Tensor actual, Tensor expected) {
    assertThat(actual.sizes()).containsExactly(expected.sizes());
    assertThat(actual.allClose(expected)).as("%s is %s", actual, expected).isTrue();
  }

  private static void assertSame(Graph actual, String expected) {
    assertThat(actual.canonical().toString())
        .isEqualTo(Graph.parse(expected).canonical().toString());
  }
}
