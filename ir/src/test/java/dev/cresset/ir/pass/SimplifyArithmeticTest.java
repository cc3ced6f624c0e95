package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import org.junit.jupiter.api.Test;

class SimplifyArithmeticTest {

  @Test
  void removesWhatChangesNoNumber() {
    assertThat(SimplifyArithmetic.PASS)
        .turns(
            """
            graph(%n : int, %a : float, %b : bool):
              %zero : int = prim::Constant[value=0]()
              %one : float = prim::Constant[value=1.]()
              %1 : int = aten::add(%n, %zero)
              %2 : int = aten::neg(%1)
              %3 : int = aten::neg(%2)
              %4 : int = cresset::wrap_int(%3)
              %5 : int = cresset::wrap_int(%4)
              %6 : float = aten::mul(%a, %one)
              %7 : bool = aten::__not__(%b)
              %8 : bool = aten::__not__(%7)
              return (%5, %6, %8)\
            """)
        .into(
            """
            graph(%n : int, %a : float, %b : bool):
              %zero : int = prim::Constant[value=0]()
              %one : float = prim::Constant[value=1.]()
              %2 : int = aten::neg(%n)
              %4 : int = cresset::wrap_int(%n)
              %5 : int = cresset::wrap_int(%n)
              %7 : bool = aten::__not__(%b)
              return (%5, %a, %b)\
            """);
  }

  @Test
  void minusZeroPlusZeroIsZeroAndStays() {
    assertThat(SimplifyArithmetic.PASS)
        .keeps(
            """
            graph(%a : float):
              %zero : float = prim::Constant[value=0.]()
              %minus : float = prim::Constant[value=-0.]()
              %1 : float = aten::add(%a, %zero)
              %2 : float = aten::sub(%1, %minus)
              return (%2)\
            """);
  }

  @Test
  void reluTwiceIsReluOnce() {
    assertThat(SimplifyArithmetic.PASS)
        .turns(
            """
            graph(%x : Tensor):
              %1 : Tensor = aten::relu(%x)
              %2 : Tensor = aten::relu(%1)
              return (%2)\
            """)
        .into(
            """
            graph(%x : Tensor):
              %1 : Tensor = aten::relu(%x)
              %2 : Tensor = aten::relu(%x)
              return (%2)\
            """);
  }

  @Test
  void aTensorTimesOneIsItselfWhereItHoldsReals() {
    assertThat(SimplifyArithmetic.PASS)
        .turns(
            """
            graph(%x : Tensor):
              %1 : int = prim::Constant[value=1]()
              %2 : Tensor = aten::mul(%x, %1)
              %3 : Tensor = aten::tanh(%2)
              %4 : Tensor = aten::mul(%3, %1)
              return (%4)\
            """)
        .into(
            """
            graph(%x : Tensor):
              %1 : int = prim::Constant[value=1]()
              %2 : Tensor = aten::mul(%x, %1)
              %3 : Tensor = aten::tanh(%2)
              return (%3)\
            """);
  }

  @Test
  void aCopyThatIsWrittenToStaysACopy() {
    assertThat(SimplifyArithmetic.PASS)
        .keeps(
            """
            graph(%x : Tensor):
              %1 : Tensor = aten::neg(%x)
              %2 : Tensor = aten::neg(%1)
              %3 : Tensor = aten::relu_(%2)
              return (%3)\
            """);
  }

  @Test
  void anInputIsNotGivenBackForACopyOfIt() {
    assertThat(SimplifyArithmetic.PASS)
        .keeps(
            """
            graph(%x : Tensor):
              %1 : Tensor = aten::neg(%x)
              %2 : Tensor = aten::neg(%1)
              return (%2)\
            """);
  }

  @Test
  void turnedTwiceIsTheViewItself() {
    assertThat(SimplifyArithmetic.PASS)
        .turns(
            """
            graph(%x : Tensor):
              %1 : Tensor = aten::t(%x)
              %2 : Tensor = aten::t(%1)
              return (%2)\
            """)
        .into(
            """
            graph(%x : Tensor):
              %1 : Tensor = aten::t(%x)
              return (%x)\
            """);
  }
}
