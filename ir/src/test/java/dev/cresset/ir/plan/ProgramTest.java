package dev.cresset.ir.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.ir.graph.Graph;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Graphs as flat steps. */
class ProgramTest {

  @Test
  void aBranchBecomesJumps() {
    Program program =
        Program.of(
            Graph.parse(
                """
                graph(%c : bool, %x : int):
                  %y : int = prim::If(%c)
                    block0():
                      %1 : int = aten::neg(%x)
                      -> (%1)
                    block1():
                      -> (%x)
                  return (%y)
                """));
    assertThat(program.inputs()).containsExactly(0, 1);
    assertThat(program.outputs()).containsExactly(2);
    assertThat(program.instructions())
        .hasSize(5)
        .contains(
            new Instruction.JumpUnless(0, 4),
            new Instruction.Move(List.of(3), List.of(2)),
            new Instruction.Jump(5),
            new Instruction.Move(List.of(1), List.of(2)));
    assertThat(program.dead().get(3)).containsExactly(3);
  }

  @Test
  void whatALoopReadsLivesUntilItEnds() {
    Program program =
        Program.of(
            Graph.parse(
                """
                graph(%n : int, %x : Tensor):
                  %true : bool = prim::Constant[value=1]()
                  %y : Tensor = aten::relu(%x)
                  %r : Tensor = prim::Loop(%n, %true, %x)
                    block0(%i : int, %c : Tensor):
                      %1 : Tensor = aten::mul(%c, %y)
                      %2 : Tensor = aten::tanh(%1)
                      -> (%true, %2)
                  return (%r)
                """));
    int y = apply(program, "aten::relu").out().get(0);
    int product = apply(program, "aten::mul").out().get(0);
    assertThat(program.dead().get(program.instructions().size())).contains(y);
    int after = program.instructions().indexOf(apply(program, "aten::tanh")) + 1;
    assertThat(program.dead().get(after)).containsExactly(product);
  }

  private static Instruction.Apply apply(Program program, String kind) {
    return program.instructions().stream()
        .filter(each -> each instanceof Instruction.Apply step && step.node().is(kind))
        .map(Instruction.Apply.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
