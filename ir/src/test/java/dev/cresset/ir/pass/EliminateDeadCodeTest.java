package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import org.junit.jupiter.api.Test;

class EliminateDeadCodeTest {

  @Test
  void removesWhatIsNotUsed() {
    assertThat(EliminateDeadCode.PASS)
        .turns(
            """
            graph(%a : int, %b : int):
              %unused : int = aten::mul(%a, %b)
              %more : int = aten::add(%unused, %b)
              %c : int = aten::add(%a, %b)
              return (%c)\
            """)
        .into(
            """
            graph(%a : int, %b : int):
              %c : int = aten::add(%a, %b)
              return (%c)\
            """);
  }

  @Test
  void keepsWritesThatAreSeen() {
    assertThat(EliminateDeadCode.PASS)
        .keeps(
            """
            graph(%all : int[], %a : int):
              %1 : int[] = aten::append(%all, %a)
              %mine : int[] = prim::ListConstruct()
              %2 : int[] = aten::append(%mine, %a)
              return (%mine)\
            """);
  }

  @Test
  void removesWritesToWhatNobodyReads() {
    assertThat(EliminateDeadCode.PASS)
        .turns(
            """
            graph(%a : int):
              %mine : int[] = prim::ListConstruct()
              %1 : int[] = aten::append(%mine, %a)
              return (%a)\
            """)
        .into(
            """
            graph(%a : int):
              return (%a)\
            """);
  }

  @Test
  void keepsWhatAListInAListIsWritten() {
    assertThat(EliminateDeadCode.PASS)
        .keeps(
            """
            graph(%a : int):
              %inner : int[] = prim::ListConstruct()
              %outer : int[][] = prim::ListConstruct(%inner)
              %1 : int[] = aten::append(%inner, %a)
              return (%outer)\
            """);
  }

  @Test
  void keepsRaisesAndCallsOfWhatIsNotKnown() {
    assertThat(EliminateDeadCode.PASS)
        .keeps(
            """
            graph(%self : __torch__.Net, %a : int, %b : bool):
              %message : str = prim::Constant[value="no"]()
              %none : NoneType = prim::Constant()
               = prim::If(%b)
                block0():
                   = prim::RaiseException(%message, %none)
                  -> ()
                block1():
                  -> ()
              %1 : int = prim::CallMethod[name="count"](%self, %a)
              return (%a)\
            """);
  }

  @Test
  void narrowsBranchesToTheResultsThatAreUsed() {
    assertThat(EliminateDeadCode.PASS)
        .turns(
            """
            graph(%a : int, %b : bool):
              %x : int, %y : int = prim::If(%b)
                block0():
                  %1 : int = aten::add(%a, %a)
                  %2 : int = aten::mul(%a, %a)
                  -> (%1, %2)
                block1():
                  -> (%a, %a)
              return (%y)\
            """)
        .into(
            """
            graph(%a : int, %b : bool):
              %y : int = prim::If(%b)
                block0():
                  %2 : int = aten::mul(%a, %a)
                  -> (%2)
                block1():
                  -> (%a)
              return (%y)\
            """);
  }

  @Test
  void narrowsLoopsToWhatLeadsToTheirResults() {
    assertThat(EliminateDeadCode.PASS)
        .turns(
            """
            graph(%n : int):
              %go : bool = prim::Constant[value=1]()
              %zero : int = prim::Constant[value=0]()
              %s : int, %t : int, %u : int = prim::Loop(%n, %go, %zero, %zero, %zero)
                block0(%i : int, %s.1 : int, %t.1 : int, %u.1 : int):
                  %t.2 : int = aten::add(%t.1, %i)
                  %s.2 : int = aten::add(%s.1, %u.1)
                  %u.2 : int = aten::add(%u.1, %i)
                  -> (%go, %s.2, %t.2, %u.2)
              return (%s)\
            """)
        .into(
            """
            graph(%n : int):
              %go : bool = prim::Constant[value=1]()
              %zero : int = prim::Constant[value=0]()
              %s : int, %u : int = prim::Loop(%n, %go, %zero, %zero)
                block0(%i : int, %s.1 : int, %u.1 : int):
                  %s.2 : int = aten::add(%s.1, %u.1)
                  %u.2 : int = aten::add(%u.1, %i)
                  -> (%go, %s.2, %u.2)
              return (%s)\
            """);
  }
}
