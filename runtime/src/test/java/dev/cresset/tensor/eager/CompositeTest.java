package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Generator;
import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ops that are programs of recorded ops: their values against plain loops, and their gradients. */
class CompositeTest {
  private int seed = 1;

  /** Numbers between −1 and 1, other ones each time. */
  private Tensor numbers(long... sizes) {
    Strided strided = Strided.allocate(DType.F64, Device.CPU, sizes);
    double[] values = strided.storage().doubles();
    for (int i = 0; i < values.length; i++) {
      seed = seed * 1103515245 + 12345;
      values[i] = (seed >> 8) / (double) (1 << 23);
    }
    return Tensor.wrap(strided);
  }

  private static long[] longs(long... numbers) {
    return numbers;
  }

  static Stream<Arguments> equations() {
    return Stream.of(
        Arguments.of("ij,jk->ik", List.of(longs(2, 3), longs(3, 4))),
        Arguments.of("ij,jk", List.of(longs(2, 3), longs(3, 4))),
        Arguments.of("ba", List.of(longs(2, 3))),
        Arguments.of("ij->", List.of(longs(2, 3))),
        Arguments.of("ii->i", List.of(longs(3, 3))),
        Arguments.of("ii", List.of(longs(3, 3))),
        Arguments.of("iji,jk->ki", List.of(longs(2, 3, 2), longs(3, 4))),
        Arguments.of("i,j->ij", List.of(longs(2), longs(3))),
        Arguments.of("bij,bjk->bik", List.of(longs(2, 3, 4), longs(2, 4, 2))),
        Arguments.of("bn,anm,bm->ba", List.of(longs(2, 3), longs(4, 3, 2), longs(2, 2))),
        Arguments.of("bqhd, bkhd -> bhqk", List.of(longs(2, 3, 2, 2), longs(2, 4, 2, 2))),
        Arguments.of("ij,ij->j", List.of(longs(1, 3), longs(4, 3))),
        Arguments.of("a,b,c->", List.of(longs(2), longs(3), longs(2))));
  }

  @ParameterizedTest
  @MethodSource("equations")
  void einsumIsItsDefinition(String equation, List<long[]> sizes) {
    Tensor[] operands = sizes.stream().map(this::numbers).toArray(Tensor[]::new);
    Tensor y = Composite.einsum(equation, List.of(operands), null);
    Definition definition = new Definition(equation, operands);
    assertThat(y.sizes()).containsExactly(definition.sizes());
    assertThat(y.toDoubleArray()).containsExactly(definition.values(), within(1e-12));
    FiniteDifferences.check(equation, x -> Composite.einsum(equation, List.of(x), null), operands);
  }

  @Test
  void dotsStandForWhatIsNotNamed() {
    Tensor a = numbers(2, 3, 4);
    Tensor b = numbers(5, 1, 4, 2);
    Tensor y = Composite.einsum("...ij,...jk->...ik", List.of(a, b), null);
    assertThat(y.sizes()).containsExactly(5, 2, 3, 2);
    assertThat(y.toDoubleArray())
        .containsExactly(Matrix.matmul(a, b).toDoubleArray(), within(1e-12));
    assertThat(Composite.einsum("i...->...", List.of(a), null).sizes()).containsExactly(3, 4);
    assertThat(Composite.einsum("...ii->...i", List.of(numbers(2, 3, 3)), null).sizes())
        .containsExactly(2, 3);
  }

  @Test
  void aWrongEquationIsNamed() {
    Tensor a = numbers(2, 3);
    assertThatThrownBy(() -> Composite.einsum("ij,jk", List.of(a), null))
        .hasMessage("einsum(): fewer operands were provided than specified in the equation");
    assertThatThrownBy(() -> Composite.einsum("ijk", List.of(a), null))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "einsum(): the number of subscripts in the equation (3) does not match the number of"
                + " dimensions (2) for operand 0 and no ellipsis was given");
    assertThatThrownBy(() -> Composite.einsum("ij,jk", List.of(a, a), null))
        .hasMessage(
            "einsum(): subscript j has size 2 for operand 1 which does not broadcast with"
                + " previously seen size 3");
    assertThatThrownBy(() -> Composite.einsum("i1", List.of(a), null))
        .hasMessageContaining("invalid subscript given at index 1");
    assertThatThrownBy(() -> Composite.einsum("ij->k", List.of(a), null))
        .hasMessageContaining("output subscript k does not appear");
  }

  @Test
  void contractionsAreSumsOfEinstein() {
    Tensor a = numbers(2, 3, 4);
    Tensor b = numbers(4, 2, 2);
    assertThat(Composite.tensordot(a, b, longs(0, -1), longs(2, 0)).toDoubleArray())
        .containsExactly(
            Composite.einsum("ijk,kli->jl", List.of(a, b), null).toDoubleArray(), within(1e-12));
    assertThat(Composite.inner(numbers(2, 3), numbers(4, 5, 3)).sizes()).containsExactly(2, 4, 5);
    assertThatThrownBy(() -> Composite.tensordot(numbers(2, 3), numbers(4, 2), longs(1), longs(0)))
        .hasMessageContaining("first has size 3 in dim 1 and second has size 4 in dim 0");
  }

  @Test
  void anInstanceNormIsABatchNormOfEachSample() {
    Tensor x = numbers(2, 3, 4);
    Tensor weight = numbers(3);
    Tensor bias = numbers(3);
    Tensor mean = Tensor.wrap(numbers(3).strided());
    Tensor variance = Factory.ones(longs(3), DType.F64, null, null, null);
    double[] before = mean.toDoubleArray();
    Tensor y = Composite.instanceNorm(x, weight, bias, mean, variance, true, 0.1, 1e-5, true);
    for (int n = 0; n < 2; n++) {
      Tensor one = Shape.narrow(x, 0, n, 1);
      Tensor alone = Norm.batchNorm(one, weight, bias, null, null, true, 0.1, 1e-5, true);
      assertThat(Shape.narrow(y, 0, n, 1).toDoubleArray())
          .containsExactly(alone.toDoubleArray(), within(1e-12));
    }
    double[] means = Reduction.mean(x, longs(0, 2), false, null).toDoubleArray();
    for (int c = 0; c < 3; c++) {
      assertThat(mean.toDoubleArray()[c])
          .isCloseTo(0.9 * before[c] + 0.1 * means[c], within(1e-12));
    }
    assertThatThrownBy(
            () -> Composite.instanceNorm(x, null, null, null, null, false, 0.1, 1e-5, true))
        .hasMessageContaining("use_input_stats is false");
  }

  @Test
  void alphaDropoutKeepsMeanAndVariance() {
    Generator.global().manualSeed(3);
    Tensor x = Factory.zeros(longs(100_000), DType.F64, null, null, null);
    Tensor normal = Random.normal(x, 0, 1, null);
    Tensor y = Composite.alphaDropout(normal, 0.3, true);
    assertThat(Reduction.mean(y, (DType) null).item()).isCloseTo(0, within(0.02));
    assertThat(Reduction.var(y, true).item()).isCloseTo(1, within(0.03));
    assertThat(Composite.alphaDropout(normal, 0.3, false)).isSameAs(normal);
    Tensor channels = Composite.featureAlphaDropout(numbers(4, 8, 5), 0.5, true);
    Tensor values = Shape.reshape(channels, longs(32, 5));
    long dropped =
        Arrays.stream(Reduction.var(values, longs(1), true, false).toDoubleArray())
            .filter(v -> v < 1e-20)
            .count();
    assertThat(dropped).isBetween(6L, 26L);
  }

  @Test
  void pixelsAreShuffledThereAndBack() {
    Tensor x = numbers(2, 8, 3, 2);
    Tensor y = Composite.pixelShuffle(x, 2);
    assertThat(y.sizes()).containsExactly(2, 2, 6, 4);
    // channel c r² + i r + j goes to row h r + i, column w r + j of channel c
    assertThat(at(y, 1, 1, 2 * 2 + 1, 1 * 2)).isEqualTo(at(x, 1, 4 + 2, 2, 1));
    assertThat(Composite.pixelUnshuffle(y, 2).toDoubleArray()).containsExactly(x.toDoubleArray());
    assertThatThrownBy(() -> Composite.pixelShuffle(x, 3))
        .hasMessageContaining("input.size(-3)=8 is not divisible by 9");
  }

  private static double at(Tensor x, long... index) {
    Tensor part = x;
    for (long i : index) {
      part = Shape.select(part, 0, i);
    }
    return part.item();
  }

  @Test
  void slopesLieBetweenTheirBounds() {
    Tensor x = Tensor.full(new long[] {2000}, -2.0);
    Tensor y = Composite.rrelu(x, 0.25, 0.5, true, null);
    assertThat(Arrays.stream(y.to(DType.F64).toDoubleArray()))
        .allMatch(v -> v > -1.0001 && v < -0.4999);
    assertThat(Reduction.mean(y, null).item()).isCloseTo(-0.75, within(0.03));
    assertThat(Composite.rrelu(Tensor.of(-2.0, 3.0), 0.25, 0.5, false, null).toFloatArray())
        .containsExactly(-0.75f, 3f);
  }

  @Test
  void oneElementHasNoVariance() {
    assertThatThrownBy(
            () ->
                Composite.instanceNorm(
                    Tensor.ones(2, 3, 1), null, null, null, null, true, 0.1, 1e-5, false))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("more than 1 spatial element");
  }

  @Test
  void channelsAreTakenOneFromEachGroup() {
    Tensor channels = Tensor.of(0.0, 1, 2, 3, 4, 5).reshape(1, 6, 1);
    assertThat(Composite.channelShuffle(channels, 2).toDoubleArray())
        .containsExactly(0, 3, 1, 4, 2, 5);
    assertThatThrownBy(() -> Composite.channelShuffle(channels, 4))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("Got 6 channels and 4 groups");
  }

  @Test
  void partsAreViewsOfTheWhole() {
    Tensor x = numbers(7, 2);
    assertThat(Composite.tensorSplit(x, 3, 0))
        .extracting(part -> part.size(0))
        .containsExactly(3L, 2L, 2L);
    List<Tensor> parts = Composite.tensorSplit(x, longs(1, -2), 0);
    assertThat(parts).extracting(part -> part.size(0)).containsExactly(1L, 4L, 2L);
    assertThat(parts.get(2).strided().storage()).isSameAs(x.strided().storage());
  }

  @Test
  void stacksAndTurnsAreTorchs() {
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    assertThat(Composite.rot90(x, 1, longs(0, 1)).toDoubleArray()).containsExactly(2, 4, 1, 3);
    assertThat(Composite.rot90(x, 2, longs(0, 1)).toDoubleArray()).containsExactly(4, 3, 2, 1);
    assertThat(Composite.rot90(x, -1, longs(0, 1)).toDoubleArray()).containsExactly(3, 1, 4, 2);
    Tensor column = Tensor.of(5.0, 6.0);
    assertThat(Composite.columnStack(List.of(x, Shape.to(column, x, false, false, null))).sizes())
        .containsExactly(2, 3);
    assertThat(Composite.broadcastTensors(List.of(numbers(3, 1), numbers(2))))
        .allSatisfy(each -> assertThat(each.sizes()).containsExactly(3, 2));
  }

  /** A sum as it is written: over all values of all letters. */
  private static final class Definition {
    private final String[] inputs;
    private final String result;
    private final Tensor[] operands;
    private final TreeMap<Character, Long> sizes = new TreeMap<>();

    Definition(String equation, Tensor... operands) {
      String text = equation.replace(" ", "");
      int arrow = text.indexOf("->");
      this.inputs = (arrow < 0 ? text : text.substring(0, arrow)).split(",");
      this.operands = operands;
      for (int i = 0; i < inputs.length; i++) {
        for (int d = 0; d < inputs[i].length(); d++) {
          sizes.merge(inputs[i].charAt(d), operands[i].size(d), Math::max);
        }
      }
      this.result = arrow < 0 ? implied() : text.substring(arrow + 2);
    }

    private String implied() {
      String all = String.join("", inputs);
      StringBuilder once = new StringBuilder();
      for (char c : new TreeSet<>(sizes.keySet())) {
        if (all.indexOf(c) == all.lastIndexOf(c)) {
          once.append(c);
        }
      }
      return once.toString();
    }

    long[] sizes() {
      return result.chars().mapToLong(c -> sizes.get((char) c)).toArray();
    }

    double[] values() {
      double[] sums = new double[(int) Arrays.stream(sizes()).reduce(1, (a, b) -> a * b)];
      add(sums, new TreeMap<>());
      return sums;
    }

    private void add(double[] sums, TreeMap<Character, Long> index) {
      for (char letter : sizes.keySet()) {
        if (!index.containsKey(letter)) {
          for (long i = 0; i < sizes.get(letter); i++) {
            index.put(letter, i);
            add(sums, index);
          }
          index.remove(letter);
          return;
        }
      }
      double product = 1;
      for (int k = 0; k < inputs.length; k++) {
        Tensor x = operands[k];
        for (char letter : inputs[k].toCharArray()) {
          x = Shape.select(x, 0, x.size(0) == 1 ? 0 : index.get(letter));
        }
        product *= x.item();
      }
      int at = 0;
      for (char letter : result.toCharArray()) {
        at = at * (int) (long) sizes.get(letter) + (int) (long) index.get(letter);
      }
      sums[at] += product;
    }
  }
}
