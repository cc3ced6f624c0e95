package dev.cresset.language;

import dev.cresset.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each construct of the language, in each form. */
class LanguageTest {
  private final Tensor x = Tensor.of(1.5f, -2);

  @ParameterizedTest
  @ValueSource(ints = {-2, 0, 1, 2, 5, 9, 30})
  void loops(int n) {
    Forms forms = new Forms(Loops_Graph.ir());
    forms.agree("sum", () -> Loops.sum(n), () -> Loops_Graph.sum(n), n);
    forms.agree("threes", () -> Loops.threes(n), () -> Loops_Graph.threes(n), n);
    forms.agree(
        "leavesTheMiddle", () -> Loops.leavesTheMiddle(n), () -> Loops_Graph.leavesTheMiddle(n), n);
    long[] in = {4, 5, 9};
    forms.agree("find", () -> Loops.find(in, n), () -> Loops_Graph.find(in, n), in, n);
    forms.agree(
        "returnsForever", () -> Loops.returnsForever(n), () -> Loops_Graph.returnsForever(n), n);
    forms.agree("labels", () -> Loops.labels(n), () -> Loops_Graph.labels(n), n);
    forms.agree(
        "setBeforeEachBreak",
        () -> Loops.setBeforeEachBreak(n),
        () -> Loops_Graph.setBeforeEachBreak(n),
        n);
    forms.agree("twoCounters", () -> Loops.twoCounters(n), () -> Loops_Graph.twoCounters(n), n);
    forms.agree("down", () -> Loops.down(n), () -> Loops_Graph.down(n), n);
    int positive = Math.max(n, 1);
    forms.agree(
        "collatz", () -> Loops.collatz(positive), () -> Loops_Graph.collatz(positive), positive);
    forms.agree("record", () -> Loops.record(x, n), () -> Loops_Graph.record(x, n), x, n);
    forms.agree("everyWay", () -> Loops.everyWay(x, n), () -> Loops_Graph.everyWay(x, n), x, n);
  }

  @ParameterizedTest
  @ValueSource(longs = {-7, -1, 0, 3, 11, 50, 100})
  void raises(long n) {
    Forms forms = new Forms(Raises_Graph.ir());
    float f = n / 7f;
    forms.agree("guarded", () -> Raises.guarded(n, f), () -> Raises_Graph.guarded(n, f), n, f);
    forms.agree("inBranches", () -> Raises.inBranches(n), () -> Raises_Graph.inBranches(n), n);
    forms.agree("atTheEnd", () -> Raises.atTheEnd(n), () -> Raises_Graph.atTheEnd(n), n);
    forms.agree("inALoop", () -> Raises.inALoop(n), () -> Raises_Graph.inALoop(n), n);
  }
}
