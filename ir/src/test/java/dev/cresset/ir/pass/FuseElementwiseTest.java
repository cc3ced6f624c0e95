package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import dev.cresset.ir.graph.Graph;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a group is does not depend on what its ops compute: most of these are ops on numbers. */
class FuseElementwiseTest {
  private static final Pass PASS =
      FuseElementwise.of(
          node -> Set.of("aten::add", "aten::mul", "aten::len").contains(node.kind()));

  @Test
  void gathersWhatFeedsEachOther() {
    assertThat(PASS)
        .turns(
            """
            graph(%x : int, %y : int):
              %two : int = prim::Constant[value=2]()
              %1 : int = aten::add(%x, %y)
              %2 : int = aten::mul(%1, %two)
              %3 : int = aten::neg(%2)
              %4 : int = aten::add(%2, %3)
              %5 : int = aten::mul(%4, %two)
              return (%1, %5)\
            """)
        .into(
            """
            graph(%x : int, %y : int):
              %two : int = prim::Constant[value=2]()
              %1 : int, %2 : int = prim::FusionGroup_0(%x, %y)
              %3 : int = aten::neg(%2)
              %5 : int = prim::FusionGroup_1(%2, %3)
              return (%1, %5)
            with prim::FusionGroup_0 = graph(%x : int, %y : int):
              %two : int = prim::Constant[value=2]()
              %1 : int = aten::add(%x, %y)
              %2 : int = aten::mul(%1, %two)
              return (%1, %2)
            with prim::FusionGroup_1 = graph(%2 : int, %3 : int):
              %two : int = prim::Constant[value=2]()
              %4 : int = aten::add(%2, %3)
              %5 : int = aten::mul(%4, %two)
              return (%5)\
            """);
  }

  @Test
  void anOpAloneStays() {
    assertThat(PASS)
        .keeps(
            """
            graph(%x : int, %y : int):
              %1 : int = aten::add(%x, %y)
              %2 : int = aten::neg(%1)
              %3 : int = aten::mul(%2, %2)
              return (%3)\
            """);
  }

  @Test
  void anotherNodeInBetweenMovesBehindOrBefore() {
    assertThat(PASS)
        .turns(
            """
            graph(%x : int, %y : int):
              %1 : int = aten::add(%x, %y)
              %2 : int = aten::neg(%1)
              %3 : int = aten::neg(%y)
              %4 : int = aten::mul(%1, %3)
              return (%2, %4)\
            """)
        .into(
            """
            graph(%x : int, %y : int):
              %3 : int = aten::neg(%y)
              %1 : int, %4 : int = prim::FusionGroup_0(%x, %y, %3)
              %2 : int = aten::neg(%1)
              return (%2, %4)
            with prim::FusionGroup_0 = graph(%x : int, %y : int, %3 : int):
              %1 : int = aten::add(%x, %y)
              %4 : int = aten::mul(%1, %3)
              return (%1, %4)\
            """);
  }

  @Test
  void whatIsReadBeforeAWriteIsNotReadAfterIt() {
    assertThat(PASS)
        .turns(
            """
            graph(%all : int[], %x : int):
              %1 : int = aten::len(%all)
              %2 : int[] = aten::append(%all, %x)
              %3 : int = aten::add(%1, %1)
              %4 : int = aten::len(%all)
              %5 : int = aten::add(%3, %4)
              return (%5)\
            """)
        .into(
            """
            graph(%all : int[], %x : int):
              %3 : int = prim::FusionGroup_0(%all)
              %2 : int[] = aten::append(%all, %x)
              %5 : int = prim::FusionGroup_1(%all, %3)
              return (%5)
            with prim::FusionGroup_0 = graph(%all : int[]):
              %1 : int = aten::len(%all)
              %3 : int = aten::add(%1, %1)
              return (%3)
            with prim::FusionGroup_1 = graph(%all : int[], %3 : int):
              %4 : int = aten::len(%all)
              %5 : int = aten::add(%3, %4)
              return (%5)\
            """);
  }

  @Test
  void eachBlockHasGroupsOfItsOwn() {
    assertThat(PASS)
        .turns(
            """
            graph(%x : int, %n : int):
              %go : bool = prim::Constant[value=1]()
              %y : int = prim::Loop(%n, %go, %x)
                block0(%i : int, %y.1 : int):
                  %1 : int = aten::add(%y.1, %i)
                  %2 : int = aten::mul(%1, %1)
                  -> (%go, %2)
              %3 : int = aten::mul(%y, %y)
              return (%3)\
            """)
        .into(
            """
            graph(%x : int, %n : int):
              %go : bool = prim::Constant[value=1]()
              %y : int = prim::Loop(%n, %go, %x)
                block0(%i : int, %y.1 : int):
                  %2 : int = prim::FusionGroup_0(%y.1, %i)
                  -> (%go, %2)
              %3 : int = aten::mul(%y, %y)
              return (%3)
            with prim::FusionGroup_0 = graph(%y.1 : int, %i : int):
              %1 : int = aten::add(%y.1, %i)
              %2 : int = aten::mul(%1, %1)
              return (%2)\
            """);
  }

  @Test
  void tensorOpsWithABodyAreElementwise() {
    assertThat(FuseElementwise.PASS)
        .turns(
            """
            graph(%x : Tensor, %w : Tensor, %b : Tensor):
              %1 : int = prim::Constant[value=1]()
              %2 : Tensor = aten::matmul(%x, %w)
              %3 : Tensor = aten::add(%2, %b, %1)
              %4 : Tensor = aten::relu(%3)
              return (%4)\
            """)
        .into(
            """
            graph(%x : Tensor, %w : Tensor, %b : Tensor):
              %1 : int = prim::Constant[value=1]()
              %2 : Tensor = aten::matmul(%x, %w)
              %4 : Tensor = prim::FusionGroup_0(%2, %b)
              return (%4)
            with prim::FusionGroup_0 = graph(%2 : Tensor, %b : Tensor):
              %1 : int = prim::Constant[value=1]()
              %3 : Tensor = aten::add(%2, %b, %1)
              %4 : Tensor = aten::relu(%3)
              return (%4)\
            """);
  }

  @Test
  void anyTwoInputsMayBeTheSameTensor() {
    assertThat(FuseElementwise.PASS)
        .keeps(
            """
            graph(%x : Tensor, %y : Tensor):
              %1 : int = prim::Constant[value=1]()
              %2 : Tensor = aten::relu(%x)
              %3 : Tensor = aten::relu_(%y)
              %4 : Tensor = aten::exp(%x)
              %5 : Tensor = aten::matmul(%2, %4)
              return (%5)\
            """);
  }

  @Test
  void aWriteToACopyIsNoWriteToTheOriginal() {
    assertThat(FuseElementwise.PASS)
        .turns(
            """
            graph(%x : Tensor):
              %none : NoneType = prim::Constant()
              %1 : Tensor = aten::relu(%x)
              %2 : Tensor = aten::clone(%x, %none)
              %3 : Tensor = aten::relu_(%2)
              %4 : Tensor = aten::exp(%1)
              return (%4, %3)\
            """)
        .into(
            """
            graph(%x : Tensor):
              %none : NoneType = prim::Constant()
              %4 : Tensor = prim::FusionGroup_0(%x)
              %2 : Tensor = aten::clone(%x, %none)
              %3 : Tensor = aten::relu_(%2)
              return (%4, %3)
            with prim::FusionGroup_0 = graph(%x : Tensor):
              %1 : Tensor = aten::relu(%x)
              %4 : Tensor = aten::exp(%1)
              return (%4)\
            """);
  }

  @Test
  void aGroupEndsWhereItsKernelWouldBecomeTooLong() {
    StringBuilder text = new StringBuilder("graph(%v0 : int):\n");
    for (int i = 1; i <= FuseElementwise.MOST + 2; i++) {
      text.append("%%v%d : int = aten::add(%%v%d, %%v0)\n".formatted(i, i - 1));
    }
    text.append("return (%%v%d)".formatted(FuseElementwise.MOST + 2));
    Graph fused = PASS.apply(Graph.parse(text.toString()));
    Assertions.assertThat(fused.nodes().stream().map(node -> node.subgraph().nodes().size()))
        .containsExactly(FuseElementwise.MOST, 2);
  }
}
