package dev.cresset.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.ir.graph.Graph;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import org.junit.jupiter.api.Test;

/** What modules and functions say of their graphs. */
class ModuleGraphsTest {

  /** One step of a recurrent network. */
  static class Cell extends ModuleGraphsTest_CellModule {
    final Linear linear = new Linear(2, 2);

    @Script
    public Tensor forward(Tensor x, Tensor h) {
      Tensor y = linear.call(x).add(h);
      if (y.dim() > 1) {
        y = y.tanh();
      }
      return y;
    }
  }

  /** Functions without an object. */
  static final class Functions {
    private Functions() {}

    @Script
    static Tensor fusedRelu(Tensor x, Tensor y) {
      return x.add(y).relu();
    }
  }

  @Test
  void theGraphCallsItsModulesAndTheInlinedOneHasTheirs() {
    Cell cell = new Cell();
    assertThat(cell.graph().toString())
        .contains("prim::CallMethod[name=\"forward\"](%linear, %x) # ModuleGraphsTest.java:")
        .doesNotContain("aten::linear");
    assertThat(cell.inlinedGraph().toString())
        .contains("aten::linear(%x, %weight, %bias)")
        .doesNotContain("CallMethod");
    for (Graph graph : new Graph[] {cell.graph(), cell.inlinedGraph()}) {
      assertThat(Graph.parse(graph.toString())).hasToString(graph.toString());
    }
  }

  @Test
  void codeIsPython() {
    assertThat(new Cell().code())
        .isEqualTo(
            """
            def forward(self,
                x: Tensor,
                h: Tensor) -> Tensor:
              linear = self.linear
              y = torch.add((linear).forward(x, ), h)
              if torch.gt(torch.dim(y), 1):
                y0 = torch.tanh(y)
              else:
                y0 = y
              return y0
            """);
  }

  @Test
  void theGraphForInputsShowsSizesAndBodies() {
    Tensor x = Tensor.ones(3, 2);
    String text = new Cell().graphFor(x, x).toString();
    assertThat(text)
        .contains("%x : Float(3, 2, strides=[2, 1], requires_grad=0, device=cpu)")
        .contains("aten::linear");
    Graph fused = GraphModule.of(fusedRelu()).graphFor(x, x);
    assertThat(fused.toString())
        .contains("prim::FusionGroup_0(%x, %y)")
        .contains("with prim::FusionGroup_0 = graph(")
        .contains("aten::relu");
    assertThat(Graph.parse(fused.toString())).hasToString(fused.toString());
  }

  private static Graph fusedRelu() {
    return ModuleGraphsTest_Functions_Graph.graph("fusedRelu");
  }

  @Test
  void aSequenceCallsItsLayers() {
    Sequential layers = new Sequential(new Linear(2, 2), new ReLU());
    assertThat(layers.code())
        .isEqualTo(
            """
            def forward(self,
                input: Tensor) -> Tensor:
              _0 = getattr(self, "0")
              _1 = getattr(self, "1")
              return (_1).forward((_0).forward(input, ), )
            """);
    assertThat(layers.inlinedGraph().toString()).contains("aten::linear").contains("aten::relu");
  }

  @Test
  void whatHasNoGraphSaysSo() {
    assertThatThrownBy(() -> new Sequential().graph())
        .hasMessageContaining("Sequential has no graph");
    assertThatThrownBy(() -> new Cell().graph("backward"))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("no graph of 'backward'");
    assertThatThrownBy(() -> ModuleGraphsTest_Functions_Graph.graph("gelu"))
        .hasMessageContaining("no graph of 'gelu', only of [fusedRelu]");
  }
}
