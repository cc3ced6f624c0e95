package dev.cresset.ir.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.plan.FusedGroup.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {
  private static List<Node> nodes(String text) {
    return Fusion.PASS.apply(Graph.parse(text)).nodes().stream()
        .filter(node -> !node.isConstant())
        .toList();
  }

  private static FusedGroup group(Node node) {
    return FusedGroup.of(node.subgraph());
  }

  @Test
  void aFoldOfRowsJoinsItsNeighbours() {
    List<Node> nodes =
        nodes(
            """
            graph(%x : Tensor,
                  %y : Tensor):
              %1 : int = prim::Constant[value=1]()
              %2 : NoneType = prim::Constant()
              %3 : Tensor = aten::add(%x, %y, %1)
              %4 : Tensor = aten::softmax(%3, %1, %2)
              %5 : Tensor = aten::tanh(%4)
              return (%5)
            """);
    assertThat(nodes).hasSize(1);
    assertThat(group(nodes.get(0)).rows())
        .containsExactly(
            new Rows(1, Rows.ANY, List.of(0, 1), List.of(0, 1)),
            new Rows(-1, Rows.ANY, List.of(0, 1), List.of(0, 1)));
  }

  @Test
  void aDimensionThatIsNotKnownStaysOutside() {
    List<Node> nodes =
        nodes(
            """
            graph(%x : Tensor,
                  %d : int):
              %2 : NoneType = prim::Constant()
              %3 : Tensor = aten::tanh(%x)
              %4 : Tensor = aten::softmax(%3, %d, %2)
              %5 : Tensor = aten::tanh(%4)
              return (%5)
            """);
    assertThat(nodes).hasSize(3).noneMatch(node -> node.is(Kinds.FUSION_GROUP));
  }

  @Test
  void whatIsOneNumberForARowIsNoResultButOthersStillFuse() {
    List<Node> nodes =
        nodes(
            """
            graph(%x : Tensor,
                  %y : Tensor):
              %1 : int[] = prim::Constant[value=[-1]]()
              %2 : NoneType = prim::Constant()
              %b : bool = prim::Constant[value=1]()
              %3 : Tensor = aten::mul(%x, %y)
              %4 : Tensor = aten::tanh(%3)
              %5 : Tensor = aten::sum(%4, %1, %b, %2)
              return (%5)
            """);
    assertThat(nodes).hasSize(2);
    assertThat(nodes.get(0).is(Kinds.FUSION_GROUP)).isTrue();
    assertThat(group(nodes.get(0)).rows()).isEmpty();
  }

  @Test
  void aFoldOfFoldsIsNoGroup() {
    Graph body =
        Graph.parse(
            """
            graph(%x : Tensor):
              %1 : int[] = prim::Constant[value=[-1]]()
              %2 : NoneType = prim::Constant()
              %b : bool = prim::Constant[value=1]()
              %d : int = prim::Constant[value=-1]()
              %5 : Tensor = aten::sum(%x, %1, %b, %2)
              %6 : Tensor = aten::softmax(%5, %d, %2)
              %7 : Tensor = aten::mul(%6, %x)
              return (%7)
            """);
    assertThat(FusedGroup.of(body)).isNull();
  }
}
