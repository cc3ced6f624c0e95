package dev.cresset.ir.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.ir.graph.Graph;
import org.junit.jupiter.api.Test;

/** Graphs as TorchScript's Python. */
class PythonCodeTest {

  @Test
  void aLoopByItsCountIsAFor() {
    assertThat(
            PythonCode.print(
                    "fn",
                    Graph.parse(
                        """
                        graph(%n.1 : int):
                          %true : bool = prim::Constant[value=1]()
                          %a.1 : int = prim::Constant[value=0]()
                          %b.1 : int = prim::Constant[value=1]()
                          %a : int, %b : int = prim::Loop(%n.1, %true, %a.1, %b.1)
                            block0(%4 : int, %a.2 : int, %b.2 : int):
                              %6 : int = aten::add(%a.2, %b.2)
                              -> (%true, %b.2, %6)
                          return (%a)
                        """))
                .text())
        .isEqualTo(
            """
            def fn(n: int) -> int:
              a = 0
              b = 1
              for _0 in range(n):
                a, b = b, torch.add(a, b)
              return a
            """);
  }

  @Test
  void aLoopThatEndsByCountOrConditionCountsByHand() {
    assertThat(
            PythonCode.print(
                    "fn",
                    Graph.parse(
                        """
                        graph(%n : int, %x : int):
                          %true : bool = prim::Constant[value=1]()
                          %ten : int = prim::Constant[value=10]()
                          %r : int = prim::Loop(%n, %true, %x)
                            block0(%i : int, %y : int):
                              %z : int = aten::add(%y, %i)
                              %go : bool = aten::lt(%z, %ten)
                              -> (%go, %z)
                          return (%r)
                        """))
                .text())
        .isEqualTo(
            """
            def fn(n: int,
                x: int) -> int:
              y = x
              i = 0
              _0 = torch.__and__(torch.lt(i, n), True)
              while _0:
                z = torch.add(y, i)
                _1 = torch.add(i, 1)
                _0, i, y = torch.__and__(torch.lt(_1, n), torch.lt(z, 10)), _1, z
              return y
            """);
  }

  @Test
  void defaultsAreLeftOutAndTensorsStandBeside() {
    PythonCode.Printed printed =
        PythonCode.print(
            "forward",
            Graph.parse(
                """
                graph(%self : __torch__.M, %x : Tensor):
                  %none : NoneType = prim::Constant()
                  %dim : int = prim::Constant[value=-1]()
                  %dtype : int = prim::Constant[value=6]()
                  %w : Tensor = prim::Constant[value={2}]()
                  %1 : Tensor = aten::softmax(%x, %dim, %none)
                  %2 : Tensor = aten::mul(%1, %w)
                  %3 : Tensor = aten::sum(%2, %dtype)
                  return (%3)
                """));
    assertThat(printed.text())
        .isEqualTo(
            """
            def forward(self,
                x: Tensor) -> Tensor:
              _0 = torch.mul(torch.softmax(x, -1), CONSTANTS.c0)
              return torch.sum(_0, dtype=6)
            """);
    assertThat(printed.constants()).hasSize(1);
  }
}
