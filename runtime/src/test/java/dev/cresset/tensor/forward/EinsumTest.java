package dev.cresset.tensor.forward;

import static dev.cresset.tensor.forward.Samples.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Composite;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Matrix;
import dev.cresset.tensor.eager.Reduction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Einstein sums agree with a loop over every value of every label. */
class EinsumTest {
  private static final Map<Character, Integer> SIZES =
      Map.of('i', 2, 'j', 3, 'k', 4, 'b', 5, 'a', 2, 'c', 3, 'B', 2);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ij,jk->ik", "ij,jk", "bij,bjk->bik", "bij,bjk->ikb", "i,j->ij", "ij->ji", "ij->", "ij->j",
        "ij", "ji", "ii->i", "ii->", "ijij->ji", "i,i->", "ij,ij->ij", "ij,ij,jk->k",
        "bi,aij,bj->ba", "ij,kj->ik", "kij,Bk->Bij", "i,ij,j->", "ik,jc->kc", "bij,bc->bijc"
      })
  void agreesWithItsDefinition(String equation) {
    Samples samples = new Samples(1);
    String[] terms = equation.split("->", -1)[0].split(",");
    List<Tensor> operands =
        Arrays.stream(terms).map(term -> samples.view(DType.F64, sizes(term))).toList();
    Plain plain = new Plain(equation, terms, operands);
    assertClose(
        equation, CompositeForward.einsum(equation, operands, null), plain.sizes, plain.sums);
  }

  private static long[] sizes(String labels) {
    return labels.chars().mapToLong(c -> SIZES.get((char) c)).toArray();
  }

  @Test
  void anEllipsisBroadcasts() {
    Samples samples = new Samples(2);
    Tensor a = samples.view(DType.F64, 5, 1, 2, 3);
    Tensor b = samples.view(DType.F64, 4, 3, 2);
    double[] product = MatrixForward.matmul(a, b).toDoubleArray();
    long[] sizes = {5, 4, 2, 2};
    assertClose(
        "both",
        CompositeForward.einsum("...ij, ...jk -> ...ik", List.of(a, b), null),
        sizes,
        product);
    assertClose(
        "implied", CompositeForward.einsum("...ij,...jk", List.of(a, b), null), sizes, product);
    Tensor turned = CompositeForward.einsum("...ij->...ji", List.of(a), null);
    assertThat(turned.sizes()).containsExactly(5, 1, 3, 2);
  }

  @Test
  void aDimensionOfSizeOneIsRepeated() {
    Tensor one = Tensor.fromBlob(new double[] {2}, 1);
    Tensor three = Tensor.fromBlob(new double[] {1, 2, 3}, 3);
    assertThat(CompositeForward.einsum("i,i->", List.of(one, three), null).item()).isEqualTo(12);
    assertThat(CompositeForward.einsum("i,i->i", List.of(three, one), null).toDoubleArray())
        .containsExactly(2, 4, 6);
  }

  @Test
  void theTapeSeesWhatItIsMadeOf() {
    Samples samples = new Samples(3);
    Tensor a = samples.tensor(DType.F64, 2, 3).requiresGrad_();
    Tensor b = samples.tensor(DType.F64, 3, 4).requiresGrad_();
    Tensor dy = samples.tensor(DType.F64, 2, 4);
    List<Tensor> inputs = List.of(a, b);
    List<Tensor> expected = Autograd.grad(total(Matrix.mm(a, b), dy), inputs);
    for (Tensor y :
        List.of(
            Composite.einsum("ij,jk->ik", inputs, null),
            Composite.tensordot(a, b, new long[] {1}, new long[] {0}))) {
      List<Tensor> actual = Autograd.grad(total(y, dy), inputs);
      for (int i = 0; i < 2; i++) {
        assertClose(
            "gradient", actual.get(i), inputs.get(i).sizes(), expected.get(i).toDoubleArray());
      }
    }
  }

  private static Tensor total(Tensor y, Tensor dy) {
    return Reduction.sum(Elementwise.mul(y, dy), null);
  }

  /** The definition. */
  private static final class Plain {
    private final long[] sizes;
    private final double[] sums;

    Plain(String equation, String[] terms, List<Tensor> operands) {
      Map<Character, Integer> value = new TreeMap<>();
      for (char c : String.join("", terms).toCharArray()) {
        value.put(c, 0);
      }
      String result = equation.contains("->") ? equation.split("->", -1)[1] : implied(terms);
      sizes = sizes(result);
      sums = new double[(int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b)];
      List<Character> labels = List.copyOf(value.keySet());
      int all = labels.stream().mapToInt(SIZES::get).reduce(1, (a, b) -> a * b);
      for (int index = 0; index < all; index++) {
        int rest = index;
        for (char c : labels) {
          value.put(c, rest % SIZES.get(c));
          rest /= SIZES.get(c);
        }
        double product = 1;
        for (int t = 0; t < terms.length; t++) {
          product *= operands.get(t).toDoubleArray()[place(terms[t], value)];
        }
        sums[place(result, value)] += product;
      }
    }

    private static int place(String labels, Map<Character, Integer> value) {
      int place = 0;
      for (char c : labels.toCharArray()) {
        place = place * SIZES.get(c) + value.get(c);
      }
      return place;
    }

    private static String implied(String[] terms) {
      String all = String.join("", terms);
      StringBuilder once = new StringBuilder();
      all.chars()
          .sorted()
          .filter(c -> all.indexOf(c) == all.lastIndexOf(c))
          .forEach(c -> once.append((char) c));
      return once.toString();
    }
  }
}
