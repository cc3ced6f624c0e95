package dev.cresset.ir.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.reference.NdArray;
import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterpreterTest {

  private static List<Object> run(String graph, Object... inputs) {
    return Interpreter.run(Graph.parse(graph), inputs);
  }

  @Test
  void countsInALoopUntilItsConditionFails() {
    String graph =
        """
        graph(%n : int):
          %most : int = prim::Constant[value=9223372036854775807]()
          %zero : int = prim::Constant[value=0]()
          %one : int = prim::Constant[value=1]()
          %go : bool = aten::gt(%n, %zero)
          %sum : int, %left : int = prim::Loop(%most, %go, %zero, %n)
            block0(%i : int, %sum.1 : int, %left.1 : int):
              %sum.2 : int = aten::add(%sum.1, %left.1)
              %left.2 : int = aten::sub(%left.1, %one)
              %on : bool = aten::gt(%left.2, %zero)
              -> (%on, %sum.2, %left.2)
          return (%sum)\
        """;
    assertThat(run(graph, 4L)).containsExactly(10L);
    assertThat(run(graph, 0L)).containsExactly(0L);
  }

  @Test
  void raisesWithItsMessage() {
    String graph =
        """
        graph(%b : bool):
          %message : str = prim::Constant[value="not that"]()
          %none : NoneType = prim::Constant()
          %one : int = prim::Constant[value=1]()
          %r : int = prim::If(%b)
            block0():
              -> (%one)
            block1():
               = prim::RaiseException(%message, %none)
              -> (%one)
          return (%r)\
        """;
    assertThat(run(graph, true)).containsExactly(1L);
    assertThatThrownBy(() -> run(graph, false)).isInstanceOf(Raised.class).hasMessage("not that");
  }

  @Test
  void writesAreSeenThroughViewsAndInTheInputs() {
    NdArray x = NdArray.of(DType.F32, new long[] {2, 2}, 1, 2, 3, 4);
    NdArray row = NdArray.of(DType.F32, new long[] {2}, 7, 8);
    List<Object> results =
        run(
            """
            graph(%x : Tensor, %row : Tensor):
              %no : bool = prim::Constant[value=0]()
              %zero : int = prim::Constant[value=0]()
              %t : Tensor = aten::t(%x)
              %first : Tensor = aten::select(%t, %zero, %zero)
              %1 : Tensor = aten::copy_(%first, %row, %no)
              return (%t)\
            """,
            x, row);
    assertThat(x).hasToString("F32[2, 2] {7.0, 2.0, 8.0, 4.0}");
    assertThat(results).hasToString("[F32[2, 2] {7.0, 8.0, 2.0, 4.0}]");
  }

  @Test
  void objectsHaveAttributes() {
    Map<String, Object> self = new HashMap<>(Map.of("n", 2L));
    assertThat(
            run(
                """
                graph(%self : __torch__.Counter):
                  %n : int = prim::GetAttr[name="n"](%self)
                  %m : int = aten::add(%n, %n)
                   = prim::SetAttr[name="n"](%self, %m)
                  %both : (int, int) = prim::TupleConstruct(%n, %m)
                  return (%both)\
                """,
                self))
        .containsExactly(new TupleConstant(List.of(2L, 4L)));
    assertThat(self).containsEntry("n", 4L);
  }

  @Test
  void composedOpsAreWhatTheyAreComposedOf() {
    assertThat(
            run(
                """
                graph(%x : Tensor, %w : Tensor):
                  %none : NoneType = prim::Constant()
                  %one : int[] = prim::Constant[value=[1, 1]]()
                  %two : int[] = prim::Constant[value=[2, 2]]()
                  %zero : int[] = prim::Constant[value=[0, 0]]()
                  %groups : int = prim::Constant[value=1]()
                  %no : bool = prim::Constant[value=0]()
                  %y : Tensor = aten::conv2d(%x, %w, %none, %one, %one, %one, %groups)
                  %z : Tensor = aten::max_pool2d(%y, %two, %two, %zero, %one, %no)
                  return (%y, %z)\
                """,
                NdArray.of(DType.F32, new long[] {1, 1, 2, 2}, 1, 2, 3, 4),
                NdArray.of(DType.F32, new long[] {1, 1, 3, 3}, 0, 0, 0, 0, 1, 0, 0, 0, 1)))
        .hasToString("[F32[1, 1, 2, 2] {5.0, 2.0, 3.0, 4.0}, F32[1, 1, 1, 1] {5.0}]");
  }

  @Test
  void anOpWithoutAMeaningIsNamed() {
    assertThatThrownBy(
            () ->
                run(
                    """
                    graph(%xs : int[]):
                      %y : int = aten::no_such_op(%xs)
                      return (%y)\
                    """,
                    new ArrayList<Object>()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("aten::no_such_op");
  }
}
