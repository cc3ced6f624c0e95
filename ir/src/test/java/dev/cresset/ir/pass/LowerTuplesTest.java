package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import org.junit.jupiter.api.Test;

class LowerTuplesTest {

  @Test
  void anElementIsWhatTheTupleWasMadeOf() {
    assertThat(LowerTuples.PASS)
        .turns(
            """
            graph(%a : int, %b : int):
              %1 : int = prim::Constant[value=-1]()
              %2 : (int, int) = prim::TupleConstruct(%a, %b)
              %3 : int, %4 : int = prim::TupleUnpack(%2)
              %5 : int = prim::TupleIndex(%2, %1)
              return (%3, %4, %5)\
            """)
        .into(
            """
            graph(%a : int, %b : int):
              %1 : int = prim::Constant[value=-1]()
              %2 : (int, int) = prim::TupleConstruct(%a, %b)
              return (%a, %b, %b)\
            """);
  }

  @Test
  void aBranchGivesTheElements() {
    assertThat(LowerTuples.PASS)
        .turns(
            """
            graph(%a : int, %t : (int, int), %c : bool):
              %1 : (int, int) = prim::If(%c)
                block0():
                  %2 : (int, int) = prim::TupleConstruct(%a, %a)
                  -> (%2)
                block1():
                  -> (%t)
              %3 : int, %4 : int = prim::TupleUnpack(%1)
              %5 : int, %6 : int = prim::TupleUnpack(%t)
              return (%3, %6)\
            """)
        .into(
            """
            graph(%a : int, %t : (int, int), %c : bool):
              %3 : int, %4 : int = prim::If(%c)
                block0():
                  %2 : (int, int) = prim::TupleConstruct(%a, %a)
                  -> (%a, %a)
                block1():
                  %7 : int, %8 : int = prim::TupleUnpack(%t)
                  -> (%7, %8)
              %1 : (int, int) = prim::TupleConstruct(%3, %4)
              %5 : int, %6 : int = prim::TupleUnpack(%t)
              return (%3, %6)\
            """);
  }

  @Test
  void aLoopCarriesTheElements() {
    assertThat(LowerTuples.PASS)
        .turns(
            """
            graph(%a : int, %n : int):
              %go : bool = prim::Constant[value=1]()
              %1 : (int, int) = prim::TupleConstruct(%a, %n)
              %2 : (int, int) = prim::Loop(%n, %go, %1)
                block0(%i : int, %3 : (int, int)):
                  %4 : int, %5 : int = prim::TupleUnpack(%3)
                  %6 : int = aten::add(%4, %5)
                  %7 : (int, int) = prim::TupleConstruct(%5, %6)
                  -> (%go, %7)
              return (%2)\
            """)
        .into(
            """
            graph(%a : int, %n : int):
              %go : bool = prim::Constant[value=1]()
              %1 : (int, int) = prim::TupleConstruct(%a, %n)
              %8 : int, %9 : int = prim::Loop(%n, %go, %a, %n)
                block0(%i : int, %4 : int, %5 : int):
                  %3 : (int, int) = prim::TupleConstruct(%4, %5)
                  %6 : int = aten::add(%4, %5)
                  %7 : (int, int) = prim::TupleConstruct(%5, %6)
                  -> (%go, %5, %6)
              %2 : (int, int) = prim::TupleConstruct(%8, %9)
              return (%2)\
            """);
  }

  @Test
  void tuplesInTuplesAreTakenApartToo() {
    assertThat(LowerTuples.PASS)
        .turns(
            """
            graph(%a : int, %c : bool):
              %0 : int = prim::Constant[value=0]()
              %1 : (int, int) = prim::TupleConstruct(%a, %a)
              %2 : ((int, int), int) = prim::TupleConstruct(%1, %a)
              %3 : ((int, int), int) = prim::If(%c)
                block0():
                  -> (%2)
                block1():
                  -> (%2)
              %4 : (int, int) = prim::TupleIndex(%3, %0)
              %5 : int = prim::TupleIndex(%4, %0)
              return (%5)\
            """)
        .into(
            """
            graph(%a : int, %c : bool):
              %0 : int = prim::Constant[value=0]()
              %1 : (int, int) = prim::TupleConstruct(%a, %a)
              %2 : ((int, int), int) = prim::TupleConstruct(%1, %a)
              %6 : int, %7 : int, %8 : int = prim::If(%c)
                block0():
                  -> (%a, %a, %a)
                block1():
                  -> (%a, %a, %a)
              %9 : (int, int) = prim::TupleConstruct(%6, %7)
              %3 : ((int, int), int) = prim::TupleConstruct(%9, %8)
              return (%6)\
            """);
  }
}
