package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The loss of labels under all alignments, against all alignments one by one. */
class CtcTest {
  private static final int TIMES = 4;
  private static final int CLASSES = 3;

  private static Tensor scores() {
    Tensor.manualSeed(5);
    return Tensor.randn(TIMES, 2, CLASSES).to(DType.F64);
  }

  /** The sum of the probabilities of all ways through time that read as {@code labels}. */
  private static double likelihood(Tensor logs, int sample, int times, List<Integer> labels) {
    double sum = 0;
    for (int way = 0; way < Math.pow(CLASSES, times); way++) {
      List<Integer> read = new ArrayList<>();
      double log = 0;
      int before = 0;
      for (int t = 0, rest = way; t < times; t++, rest /= CLASSES) {
        int c = rest % CLASSES;
        if (c != 0 && c != before) {
          read.add(c);
        }
        before = c;
        log += logs.toDoubleArray()[(t * 2 + sample) * CLASSES + c];
      }
      sum += read.equals(labels) ? Math.exp(log) : 0;
    }
    return sum;
  }

  @Test
  void itIsTheSumOverAllAlignments() {
    Tensor logs = Reduction.logSoftmax(scores(), 2, null);
    Tensor table = Tensor.of(new long[][] {{1, 2}, {1, 1}});
    Tensor losses = Ctc.ctcLoss(logs, table, new long[] {4, 3}, new long[] {2, 2}, 0, 0, false);
    assertThat(losses.toDoubleArray())
        .containsExactly(
            new double[] {
              -Math.log(likelihood(logs, 0, 4, List.of(1, 2))),
              -Math.log(likelihood(logs, 1, 3, List.of(1, 1)))
            },
            offset(1e-10));
    Tensor row = Tensor.of(1, 2, 1, 1); // the same labels, one after the other
    Tensor lengths = Tensor.of(4L, 3L);
    assertThat(Ctc.ctcLoss(logs, row, lengths, Tensor.of(2L, 2L), 0, 1, false).item())
        .isCloseTo(Reduction.mean(Elementwise.div(losses, 2), null).item(), offset(1e-12));
  }

  @Test
  void itsGradientIsRightBehindLogSoftmax() {
    FiniteDifferences.gradients(
        "ctc_loss",
        in ->
            Ctc.ctcLoss(
                Reduction.logSoftmax(in[0], 2, null),
                Tensor.of(new long[][] {{1, 2}, {2, 0}}),
                new long[] {4, 3},
                new long[] {2, 1},
                0,
                2,
                false),
        scores());
  }

  @Test
  void aSecondGradientIsRefused() {
    Tensor logs = Reduction.logSoftmax(scores(), 2, null).requiresGrad_(true);
    Tensor loss =
        Ctc.ctcLoss(logs, Tensor.of(1, 2), new long[] {4, 4}, new long[] {1, 1}, 0, 2, false);
    Tensor gradient = Autograd.grad(List.of(loss), List.of(logs), null, true, true, false).get(0);
    assertThatThrownBy(() -> gradient.sum().backward())
        .hasMessageContaining("the derivative for '_ctc_loss_backward' is not implemented");
  }

  @Test
  void moreLabelsThanTimesAreImpossible() {
    Tensor logs = Reduction.logSoftmax(scores(), 2, null).requiresGrad_(true);
    Tensor table = Tensor.of(new long[][] {{1, 1}, {1, 2}});
    long[] times = {2, 4};
    long[] labels = {2, 2};
    assertThat(Ctc.ctcLoss(logs, table, times, labels, 0, 0, false).toDoubleArray()[0])
        .isInfinite();
    Tensor zeroed = Ctc.ctcLoss(logs, table, times, labels, 0, 0, true);
    assertThat(zeroed.toDoubleArray()[0]).isZero();
    zeroed.sum().backward();
    assertThat(Shape.select(logs.grad(), 1, 0).toDoubleArray()).containsOnly(0);
    assertThatThrownBy(() -> Ctc.ctcLoss(logs, table, times, labels, 3, 0, false))
        .hasMessageContaining("blank");
    assertThatThrownBy(() -> Ctc.ctcLoss(logs, table, new long[] {5, 4}, labels, 0, 0, false))
        .hasMessageContaining("at most 4, but got value 5");
  }
}
