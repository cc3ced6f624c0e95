package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.PassAssert.assertThat;

import org.junit.jupiter.api.Test;

class HoistInvariantsTest {

  @Test
  void takesOutWhatIsTheSameInEachTurn() {
    assertThat(HoistInvariants.PASS)
        .turns(
            """
            graph(%x : Tensor, %n : int, %m : int):
              %true : bool = prim::Constant[value=1]()
              %y : Tensor = prim::Loop(%n, %true, %x)
                block0(%i : int, %y.1 : Tensor):
                  %k : int = aten::mul(%m, %m)
                  %z : Tensor = aten::add(%y.1, %y.1, %k)
                  -> (%true, %z)
              return (%y)\
            """)
        .into(
            """
            graph(%x : Tensor, %n : int, %m : int):
              %true : bool = prim::Constant[value=1]()
              %k : int = aten::mul(%m, %m)
              %y : Tensor = prim::Loop(%n, %true, %x)
                block0(%i : int, %y.1 : Tensor):
                  %z : Tensor = aten::add(%y.1, %y.1, %k)
                  -> (%true, %z)
              return (%y)\
            """);
  }

  @Test
  void outOfTwoLoopsIfItIsTheSameInBoth() {
    assertThat(HoistInvariants.PASS)
        .turns(
            """
            graph(%n : int, %m : int):
              %true : bool = prim::Constant[value=1]()
              %s : int = prim::Loop(%n, %true, %m)
                block0(%i : int, %a : int):
                  %t : int = prim::Loop(%n, %true, %a)
                    block0(%j : int, %b : int):
                      %k : int = aten::mul(%m, %n)
                      %c : int = aten::mul(%k, %i)
                      %d : int = aten::add(%b, %c)
                      -> (%true, %d)
                  -> (%true, %t)
              return (%s)\
            """)
        .into(
            """
            graph(%n : int, %m : int):
              %true : bool = prim::Constant[value=1]()
              %k : int = aten::mul(%m, %n)
              %s : int = prim::Loop(%n, %true, %m)
                block0(%i : int, %a : int):
                  %c : int = aten::mul(%k, %i)
                  %t : int = prim::Loop(%n, %true, %a)
                    block0(%j : int, %b : int):
                      %d : int = aten::add(%b, %c)
                      -> (%true, %d)
                  -> (%true, %t)
              return (%s)\
            """);
  }

  @Test
  void leavesWhatCouldFailInALoopThatMayNotTurn() {
    assertThat(HoistInvariants.PASS)
        .keeps(
            """
            graph(%x : Tensor, %w : Tensor, %n : int):
              %true : bool = prim::Constant[value=1]()
              %y : Tensor = prim::Loop(%n, %true, %x)
                block0(%i : int, %y.1 : Tensor):
                  %v : Tensor = aten::matmul(%w, %w)
                  %z : Tensor = aten::matmul(%y.1, %v)
                  -> (%true, %z)
              return (%y)\
            """);
  }

  @Test
  void takesThatOutOfALoopThatTurns() {
    assertThat(HoistInvariants.PASS)
        .turns(
            """
            graph(%x : Tensor, %w : Tensor):
              %true : bool = prim::Constant[value=1]()
              %3 : int = prim::Constant[value=3]()
              %y : Tensor = prim::Loop(%3, %true, %x)
                block0(%i : int, %y.1 : Tensor):
                  %v : Tensor = aten::matmul(%w, %w)
                  %z : Tensor = aten::matmul(%y.1, %v)
                  -> (%true, %z)
              return (%y)\
            """)
        .into(
            """
            graph(%x : Tensor, %w : Tensor):
              %true : bool = prim::Constant[value=1]()
              %3 : int = prim::Constant[value=3]()
              %v : Tensor = aten::matmul(%w, %w)
              %y : Tensor = prim::Loop(%3, %true, %x)
                block0(%i : int, %y.1 : Tensor):
                  %z : Tensor = aten::matmul(%y.1, %v)
                  -> (%true, %z)
              return (%y)\
            """);
  }

  @Test
  void leavesWhatReadsWhatTheLoopWrites() {
    assertThat(HoistInvariants.PASS)
        .keeps(
            """
            graph(%x : Tensor, %w : Tensor):
              %true : bool = prim::Constant[value=1]()
              %3 : int = prim::Constant[value=3]()
              %y : Tensor = prim::Loop(%3, %true, %x)
                block0(%i : int, %y.1 : Tensor):
                  %v : Tensor = aten::matmul(%w, %w)
                  %u : Tensor = aten::add_(%w, %v, %3)
                  %z : Tensor = aten::matmul(%y.1, %v)
                  -> (%true, %z)
              return (%y)\
            """);
  }

  @Test
  void leavesWhatEachTurnHasForItself() {
    assertThat(HoistInvariants.PASS)
        .keeps(
            """
            graph(%all : int[][], %n : int):
              %true : bool = prim::Constant[value=1]()
               = prim::Loop(%n, %true)
                block0(%i : int):
                  %one : int[] = prim::ListConstruct(%n)
                  %1 : int[][] = aten::append(%all, %one)
                  -> (%true)
              return (%all)\
            """);
  }
}
