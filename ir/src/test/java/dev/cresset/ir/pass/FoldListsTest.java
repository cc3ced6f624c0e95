package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import org.junit.jupiter.api.Test;

class FoldListsTest {

  @Test
  void aListOfKnownNumbersIsAConstant() {
    assertThat(FoldLists.PASS)
        .turns(
            """
            graph(%x : Tensor):
              %1 : int = prim::Constant[value=1]()
              %2 : int = prim::Constant[value=2]()
              %3 : int[] = prim::ListConstruct(%1, %2)
              %4 : int[] = aten::mul(%3, %2)
              %5 : Tensor = aten::permute(%x, %4)
              return (%5)\
            """)
        .into(
            """
            graph(%x : Tensor):
              %1 : int = prim::Constant[value=1]()
              %2 : int = prim::Constant[value=2]()
              %3 : int[] = prim::Constant[value=[1, 2]]()
              %4 : int[] = prim::Constant[value=[1, 2, 1, 2]]()
              %5 : Tensor = aten::permute(%x, %4)
              return (%5)\
            """);
  }

  @Test
  void oneThatIsWrittenToIsMadeEachTime() {
    assertThat(FoldLists.PASS)
        .keeps(
            """
            graph(%x : int):
              %1 : int = prim::Constant[value=1]()
              %2 : int[] = prim::ListConstruct(%1, %1)
              %3 : int[] = aten::append(%2, %x)
              return (%2)\
            """);
  }
}
