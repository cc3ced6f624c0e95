package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.pass.InferShapes.Found;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.Sizes;
import dev.cresset.ir.type.Type;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class InferShapesTest {

  private static List<String> mismatches(String graph) {
    return InferShapes.in(Graph.parse(graph)).mismatches().stream()
        .map(InferShapes.Mismatch::message)
        .toList();
  }

  @Test
  void sizesGoThroughLayers() {
    assertThat(InferShapes.PASS)
        .turns(
            """
            graph(%x : Float(2, 3, 8, 8), %w : Float(4, 3, 3, 3), %v : Float(10, 64)):
              %none : NoneType = prim::Constant()
              %one : int[] = prim::Constant[value=[1, 1]]()
              %two : int[] = prim::Constant[value=[2, 2]]()
              %zero : int[] = prim::Constant[value=[0, 0]]()
              %1 : int = prim::Constant[value=1]()
              %last : int = prim::Constant[value=-1]()
              %no : bool = prim::Constant[value=0]()
              %y : Tensor = aten::conv2d(%x, %w, %none, %one, %one, %one, %1)
              %z : Tensor = aten::max_pool2d(%y, %two, %two, %zero, %one, %no)
              %r : Tensor = aten::relu(%z)
              %f : Tensor = aten::flatten(%r, %1, %last)
              %o : Tensor = aten::linear(%f, %v, %none)
              return (%o)\
            """)
        .into(
            """
            graph(%x : Float(2, 3, 8, 8), %w : Float(4, 3, 3, 3), %v : Float(10, 64)):
              %none : NoneType = prim::Constant()
              %one : int[] = prim::Constant[value=[1, 1]]()
              %two : int[] = prim::Constant[value=[2, 2]]()
              %zero : int[] = prim::Constant[value=[0, 0]]()
              %1 : int = prim::Constant[value=1]()
              %last : int = prim::Constant[value=-1]()
              %no : bool = prim::Constant[value=0]()
              %y : Tensor(2, 4, 8, 8) = aten::conv2d(%x, %w, %none, %one, %one, %one, %1)
              %z : Tensor(2, 4, 4, 4) = aten::max_pool2d(%y, %two, %two, %zero, %one, %no)
              %r : Tensor(2, 4, 4, 4) = aten::relu(%z)
              %f : Tensor(2, 64) = aten::flatten(%r, %1, %last)
              %o : Tensor(2, 10) = aten::linear(%f, %v, %none)
              return (%o)\
            """);
  }

  @Test
  void aMismatchNamesBothShapes() {
    Assertions.assertThat(
            mismatches(
                """
                graph(%a : Float(32, 784), %b : Float(512, 10)):
                  %c : Tensor = aten::matmul(%a, %b)
                  return (%c)\
                """))
        .containsExactly(
            "matmul: a is [32, 784], b is [512, 10]; a's last size (784) must equal b's next to"
                + " last size (512)");
    Assertions.assertThat(
            mismatches(
                """
                graph(%a : Float(2, 3), %b : Float(4, 1)):
                  %one : int = prim::Constant[value=1]()
                  %c : Tensor = aten::add(%a, %b, %one)
                  %d : Tensor = aten::t(%c)
                  return (%d)\
                """))
        .containsExactly(
            "add: a is [2, 3], b is [4, 1]; [2, 3] and [4, 1] do not broadcast: 2 and"
                + " 4 differ, and neither is 1");
  }

  @Test
  void whatIsNotCertainIsNoMismatch() {
    Assertions.assertThat(
            mismatches(
                """
                graph(%a : Float(32, *), %b : Tensor, %c : Float(7, 10)):
                  %1 : Tensor = aten::matmul(%a, %c)
                  %2 : Tensor = aten::matmul(%a, %b)
                  %3 : Tensor = aten::matmul(%2, %c)
                  return (%1, %3)\
                """))
        .isEmpty();
  }

  @Test
  void namesStayNames() {
    Graph graph =
        Graph.parse(
            """
            graph(%x : Tensor, %w : Tensor):
              %y : Tensor = aten::matmul(%x, %w)
              %z : Tensor = aten::relu(%y)
              return (%z)\
            """);
    Sizes rows = new Sizes(List.of(new Size.Named("N"), Size.of(784)));
    Found found =
        InferShapes.in(
            graph, Map.of(graph.inputs().get(0), rows, graph.inputs().get(1), Sizes.of(784, 10)));
    Assertions.assertThat(found.sizes().get(graph.outputs().get(0))).hasToString("[N, 10]");
  }

  @Test
  void aLoopKeepsWhatItsRoundsLeave() {
    Graph graph =
        Graph.parse(
            """
            graph(%x : Float(2, 3), %n : int):
              %go : bool = prim::Constant[value=1]()
              %d : int = prim::Constant[value=0]()
              %y : Tensor, %z : Tensor = prim::Loop(%n, %go, %x, %x)
                block0(%i : int, %y.1 : Tensor, %z.1 : Tensor):
                  %y.2 : Tensor = aten::relu(%y.1)
                  %both : Tensor[] = prim::ListConstruct(%z.1, %x)
                  %z.2 : Tensor = aten::cat(%both, %d)
                  -> (%go, %y.2, %z.2)
              return (%y, %z)\
            """);
    Found found = InferShapes.in(graph);
    Assertions.assertThat(found.sizes().get(graph.outputs().get(0))).hasToString("[2, 3]");
    Assertions.assertThat(found.sizes().get(graph.outputs().get(1))).hasToString("[?, 3]");
    Assertions.assertThat(graph.outputs().get(0).type()).isEqualTo(Type.TENSOR);
  }
}
