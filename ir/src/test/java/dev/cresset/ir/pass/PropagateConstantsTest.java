package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import org.junit.jupiter.api.Test;

class PropagateConstantsTest {

  @Test
  void computesNumbers() {
    assertThat(PropagateConstants.PASS)
        .turns(
            """
            graph(%x : int):
              %1 : int = prim::Constant[value=2147483647]()
              %2 : int = prim::Constant[value=1]()
              %3 : int = aten::add(%1, %2)
              %4 : int = cresset::wrap_int(%3)
              %5 : float = aten::div(%2, %1)
              %6 : int = aten::add(%x, %4)
              return (%5, %6)\
            """)
        .into(
            """
            graph(%x : int):
              %1 : int = prim::Constant[value=2147483647]()
              %2 : int = prim::Constant[value=1]()
              %3 : int = prim::Constant[value=2147483648]()
              %4 : int = prim::Constant[value=-2147483648]()
              %5 : float = prim::Constant[value=4.6566128752457969e-10]()
              %6 : int = aten::add(%x, %4)
              return (%5, %6)\
            """);
  }

  @Test
  void aDivisionByZeroStaysAndFailsAtItsPlace() {
    assertThat(PropagateConstants.PASS)
        .keeps(
            """
            graph():
              %1 : int = prim::Constant[value=1]()
              %2 : int = prim::Constant[value=0]()
              %3 : int = cresset::div_trunc(%1, %2)
              return (%3)\
            """);
  }

  @Test
  void takesTheBranchThatIsTaken() {
    assertThat(PropagateConstants.PASS)
        .turns(
            """
            graph(%x : int):
              %1 : int = prim::Constant[value=1]()
              %2 : bool = aten::gt(%1, %1)
              %3 : int = prim::If(%2)
                block0():
                  %4 : int = aten::add(%x, %x)
                  -> (%4)
                block1():
                  %5 : int = aten::mul(%x, %x)
                  -> (%5)
              return (%3)\
            """)
        .into(
            """
            graph(%x : int):
              %1 : int = prim::Constant[value=1]()
              %2 : bool = prim::Constant[value=0]()
              %5 : int = aten::mul(%x, %x)
              return (%5)\
            """);
  }

  @Test
  void whatIsTrueOnOneSideAndFalseOnTheOtherIsTheCondition() {
    assertThat(PropagateConstants.PASS)
        .turns(
            """
            graph(%b : bool, %x : int, %y : int):
              %true : bool = prim::Constant[value=1]()
              %false : bool = prim::Constant[value=0]()
              %done : bool, %z : int = prim::If(%b)
                block0():
                  -> (%true, %x)
                block1():
                  -> (%false, %y)
              return (%done, %z)\
            """)
        .into(
            """
            graph(%b : bool, %x : int, %y : int):
              %true : bool = prim::Constant[value=1]()
              %false : bool = prim::Constant[value=0]()
              %done : bool, %z : int = prim::If(%b)
                block0():
                  -> (%true, %x)
                block1():
                  -> (%false, %y)
              return (%b, %z)\
            """);
  }

  @Test
  void leavesOutALoopThatDoesNotBegin() {
    assertThat(PropagateConstants.PASS)
        .turns(
            """
            graph(%x : int):
              %none : int = prim::Constant[value=0]()
              %go : bool = prim::Constant[value=1]()
              %y : int = prim::Loop(%none, %go, %x)
                block0(%i : int, %y.1 : int):
                  %y.2 : int = aten::add(%y.1, %y.1)
                  -> (%go, %y.2)
              return (%y)\
            """)
        .into(
            """
            graph(%x : int):
              %none : int = prim::Constant[value=0]()
              %go : bool = prim::Constant[value=1]()
              return (%x)\
            """);
  }

  @Test
  void knowsAListThatNobodyWritesTo() {
    assertThat(PropagateConstants.PASS)
        .turns(
            """
            graph():
              %1 : int = prim::Constant[value=1]()
              %2 : int = prim::Constant[value=2]()
              %3 : int[] = prim::ListConstruct(%1, %2)
              %4 : int = aten::__getitem__(%3, %1)
              %5 : int = aten::len(%3)
              return (%4, %5)\
            """)
        .into(
            """
            graph():
              %1 : int = prim::Constant[value=1]()
              %2 : int = prim::Constant[value=2]()
              %3 : int[] = prim::ListConstruct(%1, %2)
              %4 : int = prim::Constant[value=2]()
              %5 : int = prim::Constant[value=2]()
              return (%4, %5)\
            """);
  }

  @Test
  void notOneThatIsWrittenTo() {
    assertThat(PropagateConstants.PASS)
        .keeps(
            """
            graph(%x : int):
              %1 : int = prim::Constant[value=1]()
              %2 : int[] = prim::ListConstruct(%1)
              %3 : int[] = aten::append(%2, %x)
              %4 : int = aten::len(%2)
              return (%4)\
            """);
  }

  @Test
  void aTensorIsNotNone() {
    assertThat(PropagateConstants.PASS)
        .turns(
            """
            graph(%x : Tensor, %y : Tensor?):
              %1 : NoneType = prim::Constant()
              %2 : bool = aten::__is__(%x, %1)
              %3 : bool = aten::__isnot__(%y, %1)
              return (%2, %3)\
            """)
        .into(
            """
            graph(%x : Tensor, %y : Tensor?):
              %1 : NoneType = prim::Constant()
              %2 : bool = prim::Constant[value=0]()
              %3 : bool = aten::__isnot__(%y, %1)
              return (%2, %3)\
            """);
  }
}
