package dev.cresset.trace;

import static dev.cresset.trace.TraceTest.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Position;
import dev.cresset.nn.BatchNorm1d;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;
import dev.cresset.nn.Modes;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import dev.cresset.nn.Visitor;
import dev.cresset.nn.utils.Parametrizations;
import dev.cresset.script.Freeze;
import dev.cresset.script.Trace;
import dev.cresset.script.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Modules in traces: their names, their tensors, and the graphs of those that are scripted. */
class TraceModulesTest {
  private static final Tensor X = Tensor.of(new float[][] {{1, -2, 3}, {-4, 5, 6}});

  /** Goes one of two ways by what it is given. */
  static class Chooses extends TraceModulesTest_ChoosesModule {
    final Linear linear = new Linear(3, 3);

    @Override
    @Script
    public Tensor forward(Tensor x) {
      Tensor y = linear.call(x);
      if (x.sum().gt(0).toBool()) {
        return y.relu();
      }
      return y.neg();
    }
  }

  /** Two results. */
  static class Two extends TraceModulesTest_TwoModule {
    record Both(Tensor up, Tensor down) {}

    @Script
    Both forward(Tensor x, long by) {
      return new Both(x.add(by), x.sub(by));
    }
  }

  /** Functions with a branch, and of each element. */
  static final class Functions {
    private Functions() {}

    @Script
    static Tensor grown(Tensor x, double by, int times) {
      Tensor y = x;
      for (int i = 0; i < times; i++) {
        if (y.sum().gt(0).toBool()) {
          y = y.mul(by);
        } else {
          y = y.map(Functions::raised);
        }
      }
      return y;
    }

    @Script
    static float raised(float v) {
      return v > 0 ? v : v + 2;
    }
  }

  /** A module of plain Java: its body is whatever a test wants. */
  private static final class Plain extends Layer {
    final Layer first;
    final Layer second;
    final UnaryOperator<Tensor> between;

    Plain(Layer first, UnaryOperator<Tensor> between, Layer second) {
      this.first = first;
      this.second = second;
      this.between = between;
    }

    @Override
    public Tensor forward(Tensor x) {
      return second.call(between.apply(first.call(x)));
    }

    @Override
    public Tensor call(Tensor x) {
      return plain() ? forward(x) : hooked(List.of(IValue.from(x))).toTensor();
    }

    @Override
    protected IValue invokeForward(List<IValue> inputs) {
      return IValue.from(forward(inputs.get(0).toTensor()));
    }

    @Override
    protected void visit(Visitor v) {
      v.child("first", first);
      v.child("second", second);
    }
  }

  @Test
  void modulesKeepNamesAndTensors() {
    Plain net =
        new Plain(new Sequential(new Linear(3, 3), new ReLU()), x -> x.mul(2.0), new Linear(3, 2));
    Traced traced = Trace.of(net, X);
    assertThat(traced.stateDict().keySet()).isEqualTo(net.stateDict().keySet());
    assertThat(traced.parameters()).containsExactlyElementsOf(net.parameters());
    assertGraph(
        traced.graph(),
        """
        graph(%self : __torch__.dev.cresset.trace.TraceModulesTest.Plain, %x : Tensor):
          %first : __torch__.dev.cresset.nn.Sequential = prim::GetAttr[name="first"](%self)
          %1 : Tensor = prim::CallMethod[name="forward"](%first, %x)
          %2 : float = prim::Constant[value=2.]()
          %3 : Tensor = aten::mul(%1, %2)
          %second : __torch__.dev.cresset.nn.Linear = prim::GetAttr[name="second"](%self)
          %4 : Tensor = prim::CallMethod[name="forward"](%second, %3)
          return (%4)
        """);
    assertThat(traced.inlinedGraph().toString())
        .contains("aten::linear")
        .doesNotContain("CallMethod");
    assertThat(traced.getSubmodule("first").graph().toString()).contains("aten::relu");
    assertThat(traced.code()).contains("(first).forward(x, )");
    Tensor batch = Tensor.randn(5, 3);
    assertSame(traced.call(batch), net.call(batch));
    traced.call(batch).sum().backward();
    assertThat(net.parameters()).allMatch(parameter -> parameter.grad() != null);
    assertSame(Freeze.of(Trace.of(net.eval(), X)).call(batch), net.call(batch));
  }

  @Test
  void scriptedModulesKeepTheirBranches() {
    Chooses chooses = new Chooses();
    for (Traced traced :
        List.of(Trace.of(x -> chooses.call(x).mul(2.0), X), Trace.of(new Sequential(chooses), X))) {
      double factor = traced.stateDict().containsKey("chooses.linear.weight") ? 2.0 : 1.0;
      assertThat(traced.inlinedGraph().toString()).contains("prim::If").contains("aten::neg");
      for (Tensor x : List.of(X, X.neg())) {
        assertSame(traced.call(x), chooses.call(x).mul(factor));
      }
    }
    assertThatThrownBy(() -> Trace.of(x -> chooses.call(x), X, Trace.asWritten()))
        .hasMessageMatching(
            "TraceModulesTest.java:\\d+: Java looks at a tensor's value with toBool.*");
    assertThatThrownBy(() -> Trace.of(chooses, X)).hasMessageContaining("toBool()");
  }

  @Test
  void scriptedFunctionsKeepTheirBranches() {
    Traced traced =
        Trace.of(
            x ->
                TraceModulesTest_Functions_Graph.raised(
                    TraceModulesTest_Functions_Graph.grown(x, x.size(1), 3).neg()),
            X,
            Trace.again(Tensor.ones(2, 5)));
    assertThat(traced.graph().toString())
        .contains("prim::If")
        .contains("prim::Loop")
        .doesNotContain("CallFunction");
    for (Tensor x : List.of(X, X.neg(), Tensor.ones(3, 2))) {
      Tensor grown = TraceModulesTest_Functions_Graph.grown(x, x.size(1), 3);
      assertSame(traced.call(x), TraceModulesTest_Functions_Graph.raised(grown.neg()));
    }
    assertThatThrownBy(() -> Trace.of(x -> Functions.grown(x, 2, 3), X))
        .hasMessageContaining("toBool()");
  }

  @Test
  void resultsOfModulesMayBePairs() {
    Two two = new Two();
    Traced traced = Trace.of(x -> two.call(x, 3).down().mul(two.call(x, 4).up()), X);
    assertSame(traced.call(X), X.sub(3.0).mul(X.add(4.0)));
    Traced itself = Trace.of(two, List.of(IValue.from(X), IValue.from(3)));
    IValue pair = itself.invoke(List.of(IValue.from(X), IValue.from(3)));
    assertSame(pair.toTuple().get(1).toTensor(), X.sub(3.0));
    assertThatThrownBy(() -> itself.invoke(List.of(IValue.from(X), IValue.from(4))))
        .hasMessageContaining("input 'by' = 3");
    Traced any =
        Trace.of(
            two,
            List.of(IValue.from(X), IValue.from(3)),
            Trace.again(List.of(IValue.from(X), IValue.from(5))));
    assertSame(
        any.invoke(List.of(IValue.from(X), IValue.from(8))).toTuple().get(0).toTensor(),
        X.add(8.0));
  }

  @Test
  void aModuleThatIsCalledTwiceIsOne() {
    Linear shared = new Linear(3, 3);
    Plain net = new Plain(shared, x -> x.tanh(), shared);
    Traced traced = Trace.of(net, X);
    assertThat(traced.parameters()).hasSize(2);
    assertThat(traced.stateDict())
        .containsOnlyKeys("first.weight", "first.bias", "second.weight", "second.bias");
    assertThat(traced.getSubmodule("first")).isSameAs(traced.getSubmodule("second"));
    assertSame(traced.call(X), net.call(X));
    traced.call(X).sum().backward();
    Tensor through = shared.weight.grad();
    shared.weight.setGrad(null);
    net.call(X).sum().backward();
    assertSame(through, shared.weight.grad());
  }

  @Test
  void nodesTellByWhichCallsTheyWereReached() {
    Plain inner = new Plain(new ReLU(), x -> x.mul(2.0), new ReLU());
    Plain net = new Plain(new ReLU(), x -> x, inner);
    Graph graph = Trace.of(net, X, Trace.asWritten()).graph();
    List<String> ways =
        graph.nodes().stream()
            .filter(node -> node.is("aten::mul") || node.is("aten::relu"))
            .map(node -> way(node.position()))
            .toList();
    assertThat(ways).containsExactly("first", "first < second", "second", "second < second");
  }

  private static String way(@Nullable Position position) {
    List<String> modules = new ArrayList<>();
    for (Position at = position; at != null && at.via() != null; at = at.via().at()) {
      assertThat(at.file()).isEqualTo("TraceModulesTest.java");
      modules.add(at.via().module());
    }
    return String.join(" < ", modules);
  }

  @Test
  void trainingIsThatOfTheRun() {
    Plain net = new Plain(new Linear(3, 3), x -> x, new BatchNorm1d(3));
    Traced training = Trace.of(net, X);
    Tensor count = net.second.namedBuffers().get("num_batches_tracked");
    long before = count.toLong();
    training.call(X);
    assertThat(count.toLong()).isEqualTo(before + 1);
    Traced evaluating = Trace.of(net.eval(), X);
    assertSame(evaluating.call(X.add(1.0)), net.call(X.add(1.0)));
    assertThat(count.toLong()).isEqualTo(before + 1);
  }

  @Test
  void hooksBecomeNodes() {
    Plain net = new Plain(new Linear(3, 3), x -> x, new ReLU());
    net.first.registerForwardHook((module, in, out) -> IValue.from(out.toTensor().mul(3.0)));
    Traced traced = Trace.of(net, X);
    assertThat(traced.graph().toString()).contains("aten::linear").contains("aten::mul");
    assertSame(traced.call(X.neg()), net.call(X.neg()));
    net.first.registerFullBackwardHook((module, in, out) -> null);
    assertThatThrownBy(() -> Trace.of(net, X))
        .hasMessageContaining("calls a module with backward hooks");
  }

  @Test
  void parametersThatAreComputedAreComputedInTheTrace() {
    Linear linear = new Linear(3, 2);
    Parametrizations.weightNorm(linear);
    Plain net = new Plain(linear, x -> x, new ReLU());
    Traced traced = Trace.of(net, X);
    assertThat(traced.namedParameters().keySet()).isEqualTo(net.namedParameters().keySet());
    assertSame(traced.call(X), net.call(X));
    traced.call(X).sum().backward();
    traced.call(X).sum().backward();
    assertThat(net.parameters()).allMatch(parameter -> parameter.grad() != null);
    net.parameters().get(0).detach().mul_(2.0);
    assertSame(traced.call(X), net.call(X));
  }

  @Test
  void modesAreAsBeforeWhenTracingFails() {
    assertThatThrownBy(() -> Trace.of(new Chooses(), X)).isNotNull();
    assertThat(Modes.special()).isFalse();
    assertThat(new Chooses().plain()).isTrue();
  }

  private static void assertGraph(Graph actual, String expected) {
    assertThat(actual.canonical().toString())
        .isEqualTo(Graph.parse(expected).canonical().toString());
  }
}
