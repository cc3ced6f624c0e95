package dev.cresset.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.backend.Blocks;
import dev.cresset.backend.Device;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointwiseDriverTest {
  /** a · s + b, without blocks. */
  static final PointwiseKernel SCALED =
      new PointwiseKernel("scaled", 2, 1, 1, 0, false) {
        @Override
        public void f32(
            float[][] in, float[] scalars, float[][] out, float[][] temps, int from, int to) {
          for (int i = from; i < to; i++) {
            out[0][i] = in[0][i] * scalars[0] + in[1][i];
          }
        }

        @Override
        public void f64(
            double[][] in, double[] scalars, double[][] out, double[][] temps, int from, int to) {
          for (int i = from; i < to; i++) {
            out[0][i] = in[0][i] * scalars[0] + in[1][i];
          }
        }

        @Override
        public void i64(
            long[][] in, long[] scalars, long[][] out, long[][] temps, int from, int to) {
          for (int i = from; i < to; i++) {
            out[0][i] = in[0][i] * scalars[0] + in[1][i];
          }
        }
      };

  /** exp(a) + b: with a block and a temp. */
  static final PointwiseKernel BLOCKED =
      new PointwiseKernel("blocked", 2, 0, 1, 1, true) {
        @Override
        public void f32(
            float[][] in, float[] scalars, float[][] out, float[][] temps, int from, int to) {
          Blocks.exp(in[0], temps[0], to);
          for (int i = from; i < to; i++) {
            out[0][i] = temps[0][i] + in[1][i];
          }
        }
      };

  private final Random random = new Random(3);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 512, 513, 100_003})
  void contiguousOperandsOfAnyLength(int n) {
    Strided a = random(n);
    Strided b = random(n);
    Strided out = Strided.allocate(DType.F32, Device.CPU, n);
    PointwiseDriver.run(
        SCALED, DType.F32, new Strided[] {a, b}, new Number[] {3}, new Strided[] {out});
    for (int i = 0; i < n; i++) {
      assertThat(out.storage().floats()[i])
          .isEqualTo(a.storage().floats()[i] * 3 + b.storage().floats()[i]);
    }
  }

  @Test
  void broadcastTransposedAndOffsetOperands() {
    int rows = 700;
    int columns = 130;
    Strided a =
        random(rows * columns + 5).view(new long[] {rows, columns}, new long[] {1, rows}, 5);
    Strided row = random(columns).view(new long[] {columns}, new long[] {1}, 0);
    for (PointwiseKernel kernel : new PointwiseKernel[] {SCALED, BLOCKED}) {
      Number[] scalars = kernel == SCALED ? new Number[] {2} : new Number[0];
      Strided out = Strided.allocate(DType.F32, Device.CPU, rows, columns);
      PointwiseDriver.run(kernel, DType.F32, new Strided[] {a, row}, scalars, new Strided[] {out});
      for (int r = 0; r < rows; r += 13) {
        for (int c = 0; c < columns; c++) {
          float x = a.storage().floats()[5 + r + c * rows];
          float want = kernel == SCALED ? x * 2 : (float) Math.exp(x);
          assertThat(out.storage().floats()[r * columns + c])
              .isCloseTo(
                  want + row.storage().floats()[c], org.assertj.core.api.Assertions.within(2e-6f));
        }
      }
    }
  }

  @Test
  void operandsOfOtherDtypesAreConvertedAndResultsBack() {
    Strided bytes = Strided.contiguous(HeapStorage.of(DType.U8, new byte[] {-1, 2, 0}), 3);
    Strided truths = Strided.contiguous(HeapStorage.of(DType.BOOL, new byte[] {1, 0, 0}), 3);
    Strided out = Strided.allocate(DType.U8, Device.CPU, 3);
    Strided truth = Strided.allocate(DType.BOOL, Device.CPU, 3);
    Strided[] in = {bytes, truths};
    PointwiseDriver.run(SCALED, DType.I64, in, new Number[] {2}, new Strided[] {out});
    PointwiseDriver.run(SCALED, DType.I64, in, new Number[] {2}, new Strided[] {truth});
    assertThat(out.storage().bytes()).containsExactly(-1, 4, 0); // 511 wraps to 255
    assertThat(truth.storage().bytes()).containsExactly(1, 1, 0);
  }

  @Test
  void resultsMayBeWrittenToAView() {
    Strided memory = Strided.allocate(DType.F64, Device.CPU, 6);
    Strided even = memory.view(new long[] {3}, new long[] {2}, 0);
    Strided one = Strided.contiguous(HeapStorage.of(new double[] {1}));
    PointwiseDriver.run(
        SCALED, DType.F64, new Strided[] {one, even}, new Number[] {4}, new Strided[] {even});
    assertThat(memory.storage().doubles()).containsExactly(4, 0, 4, 0, 4, 0);
  }

  private Strided random(int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return Strided.contiguous(HeapStorage.of(values), n);
  }
}
