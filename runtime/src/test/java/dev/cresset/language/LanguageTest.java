package dev.cresset.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  @Test
  void numbers() {
    Forms forms = new Forms(Numbers_Graph.ir());
    int[] wholes = {0, 1, -1, 7, 33, -77, Integer.MAX_VALUE, Integer.MIN_VALUE, 123456789};
    for (int a : wholes) {
      for (int b : wholes) {
        long l = (long) a * b + a;
        forms.agree("ints", () -> Numbers.ints(a, b), () -> Numbers_Graph.ints(a, b), a, b);
        forms.agree("longs", () -> Numbers.longs(l, b), () -> Numbers_Graph.longs(l, b), l, b);
        boolean p = a > 0;
        boolean q = b > 0;
        forms.agree("truths", () -> Numbers.truths(p, q), () -> Numbers_Graph.truths(p, q), p, q);
        mixed(forms, a, l, a / 7f, b / 3.0);
      }
    }
    mixed(forms, 3, 4, Float.NaN, Double.NaN);
    mixed(forms, 3, Long.MAX_VALUE, Float.POSITIVE_INFINITY, 1e300);
    mixed(forms, -3, Long.MIN_VALUE, -0f, -1e-310);
  }

  private static void mixed(Forms forms, int i, long l, float f, double d) {
    forms.agree(
        "mixed",
        () -> Numbers.mixed(i, l, f, d),
        () -> Numbers_Graph.mixed(i, l, f, d),
        i,
        l,
        f,
        d);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 6})
  void lists(int n) {
    Forms forms = new Forms(Lists_Graph.ir());
    Tensor m = Tensor.of(new float[][] {{1, 2}, {3, 4}});
    forms.agree("rows", () -> Lists.rows(m), () -> Lists_Graph.rows(m), m);
    forms.agree("stacked", () -> Lists.stacked(m, n), () -> Lists_Graph.stacked(m, n), m, n);
    forms.agree("fib", () -> Lists.fib(n), () -> Lists_Graph.fib(n), n);
    forms.agree(
        "grow", () -> Lists.grow(l(n, 2), 5), () -> Lists_Graph.grow(l(n, 2), 5), l(n, 2), 5);
    boolean a = n > 0;
    boolean b = n > 1;
    forms.agree("effects", () -> Lists.effects(a, b), () -> Lists_Graph.effects(a, b), a, b);
    int[] ints = {n, 2};
    float[] reals = {9};
    forms.agree(
        "ints", () -> Lists.ints(ints, reals), () -> Lists_Graph.ints(ints, reals), ints, reals);
    forms.agree("viewed", () -> Lists.viewed(m), () -> Lists_Graph.viewed(m), m);
    forms.agree("texts", () -> Lists.texts("abc", n), () -> Lists_Graph.texts("abc", n), "abc", n);
    forms.agree("part", () -> Lists.part(l(1, n)), () -> Lists_Graph.part(l(1, n)), l(1, n));
  }

  private static List<Long> l(long... values) {
    return new ArrayList<>(Arrays.stream(values).boxed().toList());
  }

  @Test
  void whatIsWrittenIntoTheCallersListsAndArraysIsSeenThere() {
    List<Long> list = l(1, 2);
    List<Long> same = l(1, 2);
    Lists.grow(list, 5);
    Lists_Graph.grow(same, 5);
    assertThat(same).isEqualTo(list).hasSize(3);
    Tensor[] array = {x};
    Lists_Graph.arrays(x, array);
    assertThat(array[0]).isNotSameAs(x);
    assertThat(array[0].toDoubleArray()).isEqualTo(x.exp().toDoubleArray());
  }
}
