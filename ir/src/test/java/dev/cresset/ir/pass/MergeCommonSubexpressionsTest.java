package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import org.junit.jupiter.api.Test;

class MergeCommonSubexpressionsTest {

  @Test
  void computesOnce() {
    assertThat(MergeCommonSubexpressions.PASS)
        .turns(
            """
            graph(%a : int, %b : int):
              %1 : int = aten::add(%a, %b)
              %2 : int = aten::add(%a, %b)
              %3 : int = aten::mul(%1, %2)
              %4 : int = aten::add(%b, %a)
              %5 : int = aten::mul(%3, %4)
              return (%5)\
            """)
        .into(
            """
            graph(%a : int, %b : int):
              %1 : int = aten::add(%a, %b)
              %3 : int = aten::mul(%1, %1)
              %4 : int = aten::add(%b, %a)
              %5 : int = aten::mul(%3, %4)
              return (%5)\
            """);
  }

  @Test
  void aBranchKnowsWhatStandsBeforeIt() {
    assertThat(MergeCommonSubexpressions.PASS)
        .turns(
            """
            graph(%a : int, %b : bool):
              %1 : int = aten::add(%a, %a)
              %2 : int = prim::If(%b)
                block0():
                  %3 : int = aten::add(%a, %a)
                  %4 : int = aten::mul(%a, %a)
                  %5 : int = aten::mul(%3, %4)
                  -> (%5)
                block1():
                  %6 : int = aten::mul(%a, %a)
                  -> (%6)
              %7 : int = aten::mul(%a, %a)
              %8 : int = aten::mul(%7, %2)
              return (%8)\
            """)
        .into(
            """
            graph(%a : int, %b : bool):
              %1 : int = aten::add(%a, %a)
              %2 : int = prim::If(%b)
                block0():
                  %4 : int = aten::mul(%a, %a)
                  %5 : int = aten::mul(%1, %4)
                  -> (%5)
                block1():
                  %6 : int = aten::mul(%a, %a)
                  -> (%6)
              %7 : int = aten::mul(%a, %a)
              %8 : int = aten::mul(%7, %2)
              return (%8)\
            """);
  }

  @Test
  void notAcrossAWrite() {
    assertThat(MergeCommonSubexpressions.PASS)
        .keeps(
            """
            graph(%all : int[]):
              %1 : int = aten::len(%all)
              %2 : int[] = aten::append(%all, %1)
              %3 : int = aten::len(%all)
              %4 : int = aten::add(%1, %3)
              return (%4)\
            """);
  }

  @Test
  void notWhereALoopWritesInALaterLine() {
    assertThat(MergeCommonSubexpressions.PASS)
        .keeps(
            """
            graph(%all : int[], %n : int):
              %go : bool = prim::Constant[value=1]()
              %1 : int = aten::len(%all)
               = prim::Loop(%n, %go)
                block0(%i : int):
                  %2 : int = aten::len(%all)
                  %3 : int[] = aten::append(%all, %2)
                  -> (%go)
              return (%1)\
            """);
  }

  @Test
  void twoListsThatAreBothGivenStayTwo() {
    assertThat(MergeCommonSubexpressions.PASS)
        .keeps(
            """
            graph(%a : int):
              %1 : int[] = prim::ListConstruct(%a)
              %2 : int[] = prim::ListConstruct(%a)
              return (%1, %2)\
            """);
  }

  @Test
  void anAttributeIsReadOnceUntilACall() {
    assertThat(MergeCommonSubexpressions.PASS)
        .turns(
            """
            graph(%self : __torch__.Net):
              %1 : int = prim::GetAttr[name="n"](%self)
              %2 : int = prim::GetAttr[name="n"](%self)
              %3 : int = prim::CallMethod[name="next"](%self, %1, %2)
              %4 : int = prim::GetAttr[name="n"](%self)
              return (%3, %4)\
            """)
        .into(
            """
            graph(%self : __torch__.Net):
              %1 : int = prim::GetAttr[name="n"](%self)
              %3 : int = prim::CallMethod[name="next"](%self, %1, %1)
              %4 : int = prim::GetAttr[name="n"](%self)
              return (%3, %4)\
            """);
  }
}
