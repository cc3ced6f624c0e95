package dev.cresset.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.pass.Pipeline;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The graph of a module as it stands. */
class LinkerTest {

  /** A constant factor, told by its attribute. */
  static class Scale extends LinkerTest_ScaleModule {
    @Param final Tensor by = param(Tensor.of(1f));
    final double factor;

    Scale(double factor) {
      this.factor = factor;
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      return x.mul(by).mul(factor);
    }
  }

  /** A loop over a list, and layers in a row. */
  static class Net extends LinkerTest_NetModule {
    final ModuleList<Scale> scales = new ModuleList<>(List.of(new Scale(2), new Scale(3)));
    final Sequential head;

    Net(Layer... head) {
      this.head = new Sequential(head);
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      for (var scale : scales) {
        x = scale.call(x);
      }
      return head.call(x);
    }
  }

  @Test
  void listsAreUnrolledAndNumbersAreConstant() {
    Graph expected =
        Graph.parse(
            """
            graph(%self : __torch__.dev.cresset.script.LinkerTest.Net, %x : Tensor):
              %true : bool = prim::Constant[value=1]()
              %scales : __torch__.dev.cresset.nn.ModuleList = prim::GetAttr[name="scales"](%self)
              %n : int = prim::Constant[value=2]()
              %0 : int = prim::Constant[value=0]()
              %_0 : __torch__.dev.cresset.script.LinkerTest.Scale = prim::GetAttr[name="0"](%scales)
              %by : Tensor = prim::GetAttr[name="by"](%_0)
              %two : float = prim::Constant[value=2.]()
              %1 : int = prim::Constant[value=1]()
              %_1 : __torch__.dev.cresset.script.LinkerTest.Scale = prim::GetAttr[name="1"](%scales)
              %by.1 : Tensor = prim::GetAttr[name="by"](%_1)
              %three : float = prim::Constant[value=3.]()
              %head : __torch__.dev.cresset.nn.Sequential = prim::GetAttr[name="head"](%self)
              %a : Tensor = aten::mul(%x, %by)
              %b : Tensor = aten::mul(%a, %two)
              %c : Tensor = aten::mul(%b, %by.1)
              %d : Tensor = aten::mul(%c, %three)
              return (%d)
            """);
    assertSame(Linker.link(new Net()), expected);
  }

  @Test
  void layersInARowFollowEachOther() {
    Net net = new Net(new Linear(2, 3), new Sequential(new ReLU()));
    Graph graph = Pipeline.SIMPLE.apply(Linker.link(net));
    assertThat(
            graph.allNodes().stream()
                .map(node -> node.kind())
                .filter(kind -> kind.startsWith("aten")))
        .containsExactly(
            "aten::mul", "aten::mul", "aten::mul", "aten::mul", "aten::linear", "aten::relu");
  }

  @Test
  void whatHasNoGraphIsNamedByItsPath() {
    Layer plain =
        new Layer() {
          @Override
          public Tensor forward(Tensor input) {
            return input;
          }

          @Override
          public Tensor call(Tensor input) {
            return input;
          }
        };
    assertThatThrownBy(() -> Linker.link(new Net(new ReLU(), plain)))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("head.1")
        .hasMessageContaining("has no graph of 'forward'");
  }

  @Test
  void hooksAreNoPartOfAGraph() {
    Net net = new Net(new ReLU());
    net.head.get(0).registerForwardHook((module, in, out) -> null);
    assertThatThrownBy(() -> Linker.link(net)).hasMessageContaining("head.0 carries hooks");
  }

  private static void assertSame(Graph actual, Graph expected) {
    assertThat(actual.canonical().toString()).isEqualTo(expected.canonical().toString());
  }
}
