package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import org.junit.jupiter.api.Test;

class DecomposeTest {
  @Test
  void anOpOfAKnownKindBecomesThatKind() {
    assertThat(Decompose.PASS)
        .turns(
            """
            graph(%x : Tensor):
              %1 : str = prim::Constant[value="tanh"]()
              %2 : Tensor = aten::gelu(%x, %1)
              return (%2)\
            """)
        .into(
            """
            graph(%x : Tensor):
              %1 : str = prim::Constant[value="tanh"]()
              %2 : Tensor = cresset::gelu_tanh(%x)
              return (%2)\
            """);
  }

  @Test
  void knownBoundsDecideWhichOpItIs() {
    assertThat(Decompose.PASS)
        .turns(
            """
            graph(%x : Tensor):
              %1 : NoneType = prim::Constant()
              %2 : float = prim::Constant[value=0.5]()
              %3 : Tensor = aten::clip(%x, %1, %2)
              return (%3)\
            """)
        .into(
            """
            graph(%x : Tensor):
              %1 : NoneType = prim::Constant()
              %2 : float = prim::Constant[value=0.5]()
              %4 : float = prim::Constant[value=0.5]()
              %3 : Tensor = aten::clamp_max(%x, %4)
              return (%3)\
            """);
  }

  @Test
  void whatIsNotElementwiseStaysWhole() {
    assertThat(Decompose.PASS)
        .keeps(
            """
            graph(%x : Tensor, %t : Tensor):
              %1 : int = prim::Constant[value=1]()
              %2 : Tensor = aten::mse_loss(%x, %t, %1)
              %3 : Tensor = aten::bitwise_not(%t)
              return (%2, %3)\
            """);
  }
}
