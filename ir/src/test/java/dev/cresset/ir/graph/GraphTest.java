package dev.cresset.ir.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ir.type.None;
import dev.cresset.ir.type.SyntaxException;
import dev.cresset.ir.type.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
  private static final String CELL =
      """
      graph(%x : Tensor,
            %h : Tensor):
        %1 : int = prim::Constant[value=1]()
        %2 : Tensor = aten::add(%x, %h, %1) # Cell.java:12:27
        %y : Tensor = aten::tanh(%2) # Cell.java:12:16
        return (%y)
      """;

  @Test
  void isBuiltInOrder() {
    GraphBuilder b = new GraphBuilder();
    Value x = b.input("x", Type.TENSOR);
    Value h = b.input("h", Type.TENSOR);
    Value one = b.constant(1L);
    b.at(new Position("Cell.java", 12, 27));
    Value sum = b.node("aten::add").overload("Tensor").inputs(x, h, one).output(Type.TENSOR);
    b.at(new Position("Cell.java", 12, 16));
    Value y = b.node("aten::tanh").inputs(sum).named("y").output(Type.TENSOR);
    assertThat(b.graph(y)).hasToString(CELL).isEqualTo(Graph.parse(CELL));
  }

  @Test
  void holdsConstantsOfEveryType() {
    GraphBuilder b = new GraphBuilder();
    b.constant(true);
    b.constant(2.0);
    b.constant("a \"word\"");
    b.constant(None.NONE);
    b.constant(List.of(1L, 2L), Type.INT.list());
    b.constant(List.of(true, false), Type.BOOL.list());
    b.constant(
        new TupleConstant(List.of(1L, 2.0, "s", false)), Type.parse("(int, float, str, bool)"));
    b.constant(new TensorConstant.Printed("{1.5}"), Type.TENSOR);
    b.constant(new TensorConstant.Printed("<Tensor>"), Type.TENSOR);
    Graph graph = b.graph();
    assertThat(graph.toString().lines().skip(1).map(String::strip))
        .containsExactly(
            "%1 : bool = prim::Constant[value=1]()",
            "%2 : float = prim::Constant[value=2.]()",
            "%3 : str = prim::Constant[value=\"a \\\"word\\\"\"]()",
            "%4 : NoneType = prim::Constant()",
            "%5 : int[] = prim::Constant[value=[1, 2]]()",
            "%6 : bool[] = prim::Constant[value=[1, 0]]()",
            "%7 : (int, float, str, bool) = prim::Constant[value=(1, 2., \"s\", 0)]()",
            "%8 : Tensor = prim::Constant[value={1.5}]()",
            "%9 : Tensor = prim::Constant[value=<Tensor>]()",
            "return ()");
    assertThat(Graph.parse(graph.toString())).isEqualTo(graph);
  }

  @Test
  void blocksAreWrittenByInnerBuilders() {
    GraphBuilder b = new GraphBuilder();
    Value x = b.input("x", Type.TENSOR);
    Value go = b.input("go", Type.BOOL);
    GraphBuilder then = b.inner();
    Value y = then.call("aten::relu", Type.TENSOR, x);
    Value out =
        b.node(Kinds.IF)
            .inputs(go)
            .block(then.block(List.of(y)))
            .block(b.inner().block(List.of(x)))
            .output(Type.TENSOR);
    assertThat(b.graph(out))
        .hasToString(
            """
            graph(%x : Tensor,
                  %go : bool):
              %2 : Tensor = prim::If(%go)
                block0():
                  %1 : Tensor = aten::relu(%x)
                  -> (%1)
                block1():
                  -> (%x)
              return (%2)
            """);
  }

  @Test
  void isTheSameUnderOtherNamesAndPlaces() {
    Graph cell = Graph.parse(CELL);
    Graph renamed =
        Graph.parse(CELL.replace("%y", "%out.3").replace("%x", "%a").replaceAll(" # .*", ""));
    assertThat(cell).isNotEqualTo(renamed);
    assertThat(cell.sameAs(renamed)).isTrue();
    assertThat(cell.sameAs(Graph.parse(CELL.replace("tanh", "relu")))).isFalse();
    assertThat(cell.sameAs(Graph.parse(CELL.replace("(%x, %h, %1)", "(%h, %x, %1)")))).isFalse();
  }

  @Test
  void isInlinedUnderNewNames() {
    GraphBuilder b = new GraphBuilder();
    Value x = b.input("x", Type.TENSOR);
    Graph cell = Graph.parse(CELL);
    List<Value> once = b.inline(cell, List.of(x, x));
    List<Value> twice = b.inline(cell, List.of(once.get(0), x));
    assertThat(b.graph(twice).toString().replaceAll(" # .*", ""))
        .isEqualTo(
            """
            graph(%x : Tensor):
              %1 : int = prim::Constant[value=1]()
              %2 : Tensor = aten::add(%x, %x, %1)
              %y : Tensor = aten::tanh(%2)
              %3 : int = prim::Constant[value=1]()
              %4 : Tensor = aten::add(%y, %x, %3)
              %y.1 : Tensor = aten::tanh(%4)
              return (%y.1)
            """);
  }

  @Test
  void groupsInsideOfGroupsKeepTheirBodies() {
    String text =
        """
        graph(%x : Tensor):
          %1 : Tensor = prim::FusionGroup_0(%x)
          %2 : Tensor = prim::FusionGroup_1[name="second"](%1)
          return (%2)
        with prim::FusionGroup_0 = graph(%x : Tensor):
          %1 : Tensor = prim::FusionGroup_0(%x)
          return (%1)
        with prim::FusionGroup_0 = graph(%x : Tensor):
          %1 : Tensor = aten::relu(%x)
          return (%1)
        with prim::FusionGroup_1 = graph(%x : Tensor):
          %1 : Tensor = aten::tanh(%x)
          return (%1)
        """;
    Graph graph = Graph.parse(text);
    assertThat(graph).hasToString(text);
    assertThat(graph.nodes().get(1).subgraph().nodes().get(0).kind()).isEqualTo("aten::tanh");
  }

  @Test
  void aValueIsMadeOnceAndBeforeItsUse() {
    assertThatThrownBy(() -> Graph.parse("graph(%x : Tensor):\n  return (%y)"))
        .isInstanceOf(SyntaxException.class)
        .hasMessageContaining("%y is not made before its use");
    assertThatThrownBy(
            () -> Graph.parse("graph(%x : Tensor):\n  %x : Tensor = aten::relu(%x)\n  return (%x)"))
        .hasMessageContaining("%x is made twice");
    assertThatThrownBy(
            () ->
                Graph.parse(
                    """
                    graph(%x : Tensor, %c : bool):
                       = prim::If(%c)
                        block0():
                          %y : Tensor = aten::relu(%x)
                          -> ()
                        block1():
                          -> ()
                      return (%y)
                    """))
        .hasMessageContaining("%y is not made before its use in: the outputs");
  }

  @Test
  void usesAreCounted() {
    Graph cell = Graph.parse(CELL);
    Uses uses = Uses.of(cell.block());
    assertThat(uses.count(cell.inputs().get(0))).isEqualTo(1);
    assertThat(uses.constant(cell.nodes().get(1).input(2))).isEqualTo(1L);
    assertThat(uses.maker(cell.outputs().get(0)).kind()).isEqualTo("aten::tanh");
    assertThat(uses.maker(cell.inputs().get(0))).isNull();
  }

  @Test
  void aWrongPlaceIsAnError() {
    assertThatThrownBy(
            () ->
                Graph.parse("graph():\n  %1 : int = prim::Constant[value=1]() # here\n  return ()"))
        .hasMessageContaining("line 2, column 41: expected file:line:column");
  }
}
