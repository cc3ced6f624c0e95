package dev.cresset.tensor.forward;

import static dev.cresset.tensor.forward.Samples.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Threads;
import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Norms agree with their definitions, their gradients with differences of the loss. */
class NormForwardTest {
  private static final double EPS = 1e-3;

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void channelsOfABatchHaveMeanZeroAndVarianceOne(DType dtype) {
    Samples samples = new Samples(1);
    for (long[] sizes : new long[][] {{4, 3}, {2, 3, 5}, {3, 2, 4, 5}, {1, 1, 1, 2}}) {
      Tensor x = samples.view(dtype, sizes);
      Tensor weight = samples.view(dtype, sizes[1]);
      Tensor bias = samples.view(dtype, sizes[1]);
      Tensor mean = samples.tensor(dtype, sizes[1]);
      Tensor variance = samples.tensor(dtype, sizes[1]);
      double[] before = mean.toDoubleArray();
      double[] beforeVariance = variance.toDoubleArray();
      int version = mean.strided().storage().version();
      Tensor[] y = NormForward.batchNormWithStats(x, weight, bias, mean, variance, true, 0.3, EPS);
      Plain plain = new Plain(x, sizes[1]);
      double[] expected = new double[(int) x.numel()];
      for (int i = 0; i < expected.length; i++) {
        int c = plain.channel(i);
        expected[i] =
            (plain.x[i] - plain.mean[c])
                    / Math.sqrt(plain.variance[c] + EPS)
                    * weight.toDoubleArray()[c]
                + bias.toDoubleArray()[c];
      }
      assertClose("y", y[0], sizes, expected);
      assertClose("mean", y[1], new long[] {sizes[1]}, plain.mean);
      double unbiased = plain.count / (plain.count - 1);
      for (int c = 0; c < sizes[1]; c++) {
        assertThat(y[2].toDoubleArray()[c])
            .isCloseTo(1 / Math.sqrt(plain.variance[c] + EPS), within(2e-6));
        assertThat(mean.toDoubleArray()[c])
            .isCloseTo(0.7 * before[c] + 0.3 * plain.mean[c], within(1e-6));
        assertThat(variance.toDoubleArray()[c])
            .isCloseTo(0.7 * beforeVariance[c] + 0.3 * plain.variance[c] * unbiased, within(1e-6));
      }
      assertThat(mean.strided().storage().version()).isGreaterThan(version);
    }
  }

  private static Offset<Double> within(double bound) {
    return Offset.offset(bound);
  }

  @Test
  void outOfTrainingTheRunningStatisticsAreUsedAndStay() {
    Tensor x = Tensor.fromBlob(new float[] {1, 2, 3, 4}, 1, 2, 2);
    Tensor mean = Tensor.of(1.0, 2.0);
    Tensor variance = Tensor.of(4.0, 9.0);
    Tensor[] y = NormForward.batchNormWithStats(x, null, null, mean, variance, false, 0.1, 0);
    assertClose("y", y[0], new long[] {1, 2, 2}, new double[] {0, 0.5, 1 / 3.0, 2 / 3.0});
    assertThat(mean.toFloatArray()).containsExactly(1, 2);
    assertThatThrownBy(
            () -> NormForward.batchNormWithStats(x, null, null, null, null, false, 0.1, 0))
        .hasMessageContaining("Expected running_mean and running_var to be defined");
    assertThatThrownBy(
            () -> NormForward.batchNormWithStats(x, x, null, mean, variance, true, 0.1, 0))
        .isInstanceOf(ShapeException.class)
        .hasMessage("batch_norm: weight should contain 2 elements not 4");
  }

  @Test
  void gradientsOfBatchNormAreDifferencesOfTheLoss() {
    Samples samples = new Samples(2);
    for (boolean training : new boolean[] {true, false}) {
      Tensor x = samples.tensor(DType.F64, 3, 2, 4);
      Tensor weight = samples.tensor(DType.F64, 2);
      Tensor bias = samples.tensor(DType.F64, 2);
      Tensor mean = samples.tensor(DType.F64, 2);
      Tensor variance = Tensor.fromBlob(new double[] {0.5, 2}, 2);
      Tensor dy = samples.view(DType.F64, 3, 2, 4);
      Loss loss =
          () ->
              dot(
                  dy,
                  NormForward.batchNormWithStats(
                      x,
                      weight,
                      bias,
                      MemoryForward.clone(mean, null),
                      MemoryForward.clone(variance, null),
                      training,
                      0.1,
                      EPS)[0]);
      Tensor[] y =
          NormForward.batchNormWithStats(x, weight, bias, mean, variance, training, 0, EPS);
      Tensor[] gradients = NormForward.batchNormBackward(dy, x, weight, y[1], y[2], training, EPS);
      assertDifferences(loss, List.of(x, weight, bias), gradients);
    }
  }

  @Test
  void gradientsOfLayerNormAreDifferencesOfTheLoss() {
    Samples samples = new Samples(3);
    long[] shape = {2, 3};
    Tensor x = samples.tensor(DType.F64, 5, 2, 3);
    Tensor weight = samples.tensor(DType.F64, 2, 3);
    Tensor bias = samples.tensor(DType.F64, 2, 3);
    Tensor dy = samples.view(DType.F64, 5, 2, 3);
    Loss loss = () -> dot(dy, NormForward.nativeLayerNorm(x, shape, weight, bias, EPS)[0]);
    Tensor[] y = NormForward.nativeLayerNorm(x, shape, weight, bias, EPS);
    assertThat(y[1].sizes()).containsExactly(5, 1, 1);
    assertDifferences(
        loss,
        List.of(x, weight, bias),
        NormForward.layerNormBackward(dy, x, shape, y[1], y[2], weight, EPS));
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void rowsHaveMeanZeroAndVarianceOne(DType dtype) {
    Samples samples = new Samples(4);
    for (long[] sizes : new long[][] {{1, 4}, {40, 7}, {0, 3}, {3, 1}}) {
      Tensor x = samples.view(dtype, sizes);
      int n = (int) sizes[1];
      double[] values = x.toDoubleArray();
      double[] expected = new double[values.length];
      for (int r = 0; r < sizes[0]; r++) {
        double mean = 0;
        double variance = 0;
        for (int j = 0; j < n; j++) {
          mean += values[r * n + j] / n;
        }
        for (int j = 0; j < n; j++) {
          variance += (values[r * n + j] - mean) * (values[r * n + j] - mean) / n;
        }
        for (int j = 0; j < n; j++) {
          expected[r * n + j] = (values[r * n + j] - mean) / Math.sqrt(variance + EPS);
        }
      }
      long[] shape = {n};
      assertClose("y", NormForward.nativeLayerNorm(x, shape, null, null, EPS)[0], sizes, expected);
    }
    assertThatThrownBy(
            () ->
                NormForward.nativeLayerNorm(
                    samples.tensor(dtype, 2, 3), new long[] {4}, null, null, EPS))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("expected input with shape [*, 4], but got input of size [2, 3]");
  }

  @Test
  void manyThreadsGiveTheSameBitsAsOne() {
    Samples samples = new Samples(5);
    Tensor x = samples.tensor(DType.F32, 40, 7, 31, 33);
    Tensor dy = samples.tensor(DType.F32, 40, 7, 31, 33);
    long[] shape = {31, 33};
    int before = Threads.count();
    List<List<float[]>> all = new ArrayList<>();
    try {
      for (int threads : new int[] {1, 2, 5}) {
        Threads.set(threads);
        List<float[]> results = new ArrayList<>();
        Tensor[] y = NormForward.batchNormWithStats(x, null, null, null, null, true, 0.1, EPS);
        Tensor[] z = NormForward.nativeLayerNorm(x, shape, null, null, EPS);
        for (Tensor[] each :
            List.of(
                y,
                z,
                NormForward.batchNormBackward(dy, x, null, y[1], y[2], true, EPS),
                NormForward.layerNormBackward(dy, x, shape, z[1], z[2], null, EPS))) {
          for (Tensor tensor : each) {
            results.add(tensor.toFloatArray());
          }
        }
        all.add(results);
      }
    } finally {
      Threads.set(before);
    }
    assertThat(all.get(1)).usingRecursiveComparison().isEqualTo(all.get(0));
    assertThat(all.get(2)).usingRecursiveComparison().isEqualTo(all.get(0));
  }

  @Test
  void channelsAreSummedAndExpanded() {
    Tensor x = Tensor.fromBlob(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2);
    assertThat(NormForward.sumChannels(x, 1).toFloatArray()).containsExactly(14, 22);
    assertThat(NormForward.sumChannels(x, -3).toFloatArray()).containsExactly(10, 26);
    Tensor whole = Tensor.fromBlob(new long[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2);
    assertThat(NormForward.sumChannels(whole, 1).toLongArray()).containsExactly(14, 22);
    Tensor wide = NormForward.expandChannels(Tensor.of(1.0, 2.0), x, 1, 0);
    assertThat(wide.toFloatArray()).containsExactly(1, 1, 2, 2, 1, 1, 2, 2);
    assertThat(NormForward.expandChannels(null, x, 1, 3).toFloatArray()).containsOnly(3).hasSize(8);
    assertThat(NormForward.channelDim(new long[] {8, 3, 5, 5})).isEqualTo(-3);
    assertThat(NormForward.trailingDims(new long[] {8, 3})).containsExactly(-2, -1);
  }

  /** Computes a loss from tensors that are changed in place. */
  private interface Loss {
    double get();
  }

  private static double dot(Tensor a, Tensor b) {
    double[] x = a.toDoubleArray();
    double[] y = b.toDoubleArray();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static void assertDifferences(Loss loss, List<Tensor> inputs, Tensor[] gradients) {
    for (int k = 0; k < gradients.length; k++) {
      double[] values = inputs.get(k).strided().storage().doubles();
      double[] expected = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        double value = values[i];
        values[i] = value + 1e-5;
        double above = loss.get();
        values[i] = value - 1e-5;
        expected[i] = (above - loss.get()) / 2e-5;
        values[i] = value;
      }
      double[] actual = gradients[k].toDoubleArray();
      assertThat(gradients[k].sizes()).isEqualTo(inputs.get(k).sizes());
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[i])
            .as("gradient %d, element %d", k, i)
            .isCloseTo(expected[i], within(1e-7));
      }
    }
  }

  /** Mean and variance of each channel by the definition. */
  private static final class Plain {
    private final double[] x;
    private final double[] mean;
    private final double[] variance;
    private final int size;
    private final double count;

    Plain(Tensor input, long channels) {
      x = input.toDoubleArray();
      mean = new double[(int) channels];
      variance = new double[(int) channels];
      size = (int) (input.numel() / input.size(0) / channels);
      count = (double) x.length / channels;
      for (int i = 0; i < x.length; i++) {
        mean[channel(i)] += x[i] / count;
      }
      for (int i = 0; i < x.length; i++) {
        double distance = x[i] - mean[channel(i)];
        variance[channel(i)] += distance * distance / count;
      }
    }

    int channel(int index) {
      return index / size % mean.length;
    }
  }
}
