package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import dev.cresset.tensor.eager.Ctc;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Loss;
import dev.cresset.tensor.eager.Reduction;
import dev.cresset.tensor.eager.Shape;
import java.util.Arrays;

/** The loss of labels under all alignments; each sample by itself, in double precision. */
public final class CtcForward {
  private static final long MEAN = 1;

  private CtcForward() {}

  /** The loss of each sample, and the logarithms of its prefixes' probabilities. */
  public static Tensor[] _ctcLoss(
      Tensor logProbs,
      Tensor targets,
      long[] inputLengths,
      long[] targetLengths,
      long blank,
      boolean zeroInfinity) {
    Alignments all = Alignments.of(logProbs, targets, inputLengths, targetLengths, blank);
    double[] x = Memory.plain(logProbs, DType.F64).storage().doubles();
    Operands operands = Operands.reals("ctc_loss", logProbs);
    double[] losses = new double[all.samples()];
    double[] prefixes = new double[all.samples() * all.times() * all.states()];
    Arrays.fill(prefixes, Double.NEGATIVE_INFINITY);
    Parallel.each(
        all.samples(), prefixes.length * 30L, n -> losses[n] = -all.forward(n, x, prefixes));
    return new Tensor[] {
      out(operands, losses, all.samples()),
      out(operands, prefixes, all.samples(), all.times(), all.states())
    };
  }

  /** The gradients of the log-probabilities, as {@code log_softmax} wants them. */
  public static Tensor _ctcLossBackward(
      Tensor grad,
      Tensor logProbs,
      Tensor targets,
      long[] inputLengths,
      long[] targetLengths,
      Tensor negLogLikelihood,
      Tensor logAlpha,
      long blank,
      boolean zeroInfinity) {
    Alignments all = Alignments.of(logProbs, targets, inputLengths, targetLengths, blank);
    double[] dy = Memory.plain(grad, DType.F64).storage().doubles();
    double[] x = Memory.plain(logProbs, DType.F64).storage().doubles();
    double[] losses = Memory.plain(negLogLikelihood, DType.F64).storage().doubles();
    double[] prefixes = Memory.plain(logAlpha, DType.F64).storage().doubles();
    double[] gradients = new double[x.length];
    Parallel.each(
        all.samples(),
        prefixes.length * 60L,
        n -> {
          if (!zeroInfinity || losses[n] != Double.POSITIVE_INFINITY) {
            all.backward(n, x, prefixes, losses[n], dy[n], gradients);
          }
        });
    return out(Operands.reals("ctc_loss", logProbs), gradients, logProbs.sizes());
  }

  private static Tensor out(Operands operands, double[] values, long... sizes) {
    Strided result = operands.result(sizes);
    for (int i = 0; i < values.length; i++) {
      if (operands.compute() == DType.F64) {
        result.storage().doubles()[i] = values[i];
      } else {
        result.storage().floats()[i] = (float) values[i];
      }
    }
    return operands.out(result);
  }

  /** The loss, reduced; the mean is of losses divided by their numbers of labels. */
  public static Tensor ctcLoss(
      Tensor logProbs,
      Tensor targets,
      long[] inputLengths,
      long[] targetLengths,
      long blank,
      long reduction,
      boolean zeroInfinity) {
    boolean batched = logProbs.dim() == 3;
    Tensor probs = batched ? logProbs : Shape.unsqueeze(logProbs, 1);
    Tensor losses =
        Ctc._ctcLoss(probs, targets, inputLengths, targetLengths, blank, zeroInfinity)[0];
    if (zeroInfinity) {
      Tensor infinite = Elementwise.eq(losses, Double.POSITIVE_INFINITY);
      losses = Elementwise.maskedFill(losses, infinite, 0);
    }
    if (reduction == MEAN) {
      double[] counts = Arrays.stream(targetLengths).mapToDouble(n -> Math.max(1, n)).toArray();
      Tensor labels = Tensor.fromBlob(counts, counts.length).to(losses.dtype());
      return Reduction.mean(Elementwise.div(losses, labels), null);
    }
    Tensor reduced = Loss.reduceLoss(losses, reduction);
    return batched || reduction != 0 ? reduced : Shape.squeeze(reduced, 0);
  }

  /** The same with lengths in tensors. */
  public static Tensor ctcLoss(
      Tensor logProbs,
      Tensor targets,
      Tensor inputLengths,
      Tensor targetLengths,
      long blank,
      long reduction,
      boolean zeroInfinity) {
    return ctcLoss(
        logProbs,
        targets,
        lengths("input_lengths", inputLengths),
        lengths("target_lengths", targetLengths),
        blank,
        reduction,
        zeroInfinity);
  }

  private static long[] lengths(String name, Tensor lengths) {
    if (lengths.isFloatingPoint()) {
      throw new IllegalArgumentException(name + " must be integral");
    }
    return Arrays.copyOf(Memory.plain(lengths, DType.I64).storage().longs(), (int) lengths.numel());
  }
}
