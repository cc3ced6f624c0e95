package dev.cresset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Draws;
import dev.cresset.tensor.Memory;
import org.junit.jupiter.api.Test;

/** The numbers in these tests are what PyTorch draws with {@code torch.manual_seed(0)}. */
class GeneratorTest {
  private final Generator generator = new Generator(0);

  @Test
  void theTwisterIsTheReferenceOne() {
    Generator reference = new Generator(5489); // the seed of the paper's own program
    int last = 0;
    for (int i = 0; i < 10_000; i++) {
      last = reference.random();
    }
    assertThat(Integer.toUnsignedLong(last)).isEqualTo(4_123_659_995L);
  }

  @Test
  void uniformNumbersArePyTorchs() {
    check(Draws.uniform(floats(5), 0, 1, generator), 0.4963, 0.7682, 0.0885, 0.1320, 0.3074);
  }

  @Test
  void aFewNormalNumbersArePyTorchs() {
    check(
        Draws.normal(floats(6), 0, 1, generator),
        1.5410,
        -0.2934,
        -2.1788,
        0.5684,
        -1.0845,
        -1.3986);
  }

  @Test
  void normalNumbersInBlocksArePyTorchs() {
    check(
        Draws.normal(floats(4, 4), 0, 1, generator),
        -1.1258,
        -1.1524,
        -0.2506,
        -0.4339,
        0.8487,
        0.6920,
        -0.3160,
        -2.1152,
        0.3223,
        -1.2633,
        0.3500,
        0.3081,
        0.1198,
        1.2377,
        1.1168,
        -0.2473);
  }

  @Test
  void permutationsArePyTorchs() {
    assertThat(Draws.permutation(10, generator)).containsExactly(4, 1, 7, 5, 3, 9, 0, 8, 6, 2);
  }

  @Test
  void normalNumbersHaveTheirMeanAndDeviation() {
    for (DType dtype : new DType[] {DType.F32, DType.F64}) {
      double[] drawn =
          Draws.normal(Memory.zeros(dtype, Device.CPU, 100_003), 3, 2, generator).toDoubleArray();
      double sum = 0;
      double squares = 0;
      for (double x : drawn) {
        sum += x;
        squares += (x - 3) * (x - 3);
      }
      assertThat(sum / drawn.length).isCloseTo(3, within(0.05));
      assertThat(Math.sqrt(squares / drawn.length)).isCloseTo(2, within(0.05));
    }
  }

  @Test
  void aCopyGoesOnAlike() {
    generator.normal();
    generator.random();
    Generator copy = generator.copy();
    assertThat(copy.normal()).isEqualTo(generator.normal());
    assertThat(copy.random64()).isEqualTo(generator.random64());
    assertThat(generator.manualSeed(0).random()).isEqualTo(new Generator(1L << 32).random());
  }

  @Test
  void aViewIsFilledInItsOwnOrder() {
    Tensor matrix = floats(2, 2);
    Tensor transposed = Tensor.wrap(matrix.strided().view(new long[] {2, 2}, new long[] {1, 2}, 0));
    Draws.uniform(transposed, 0, 1, generator);
    check(matrix, 0.4963, 0.0885, 0.7682, 0.1320);
  }

  private static Tensor floats(long... sizes) {
    return Memory.zeros(DType.F32, Device.CPU, sizes);
  }

  private static void check(Tensor tensor, double... values) {
    float[] got = tensor.toFloatArray();
    assertThat(got).hasSize(values.length);
    for (int i = 0; i < values.length; i++) {
      assertThat((double) got[i]).as("element " + i).isCloseTo(values[i], within(5.1e-5));
    }
  }
}
