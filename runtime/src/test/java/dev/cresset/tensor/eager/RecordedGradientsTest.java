package dev.cresset.tensor.eager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of every op that is not elementwise, and theirs, agree with differences. */
class RecordedGradientsTest {
  /**
   * Those that are not differentiated, that need what a test does not have, or whose arguments
   * depend on each other: {@code layer_norm_backward} is called by {@code layer_norm}'s second
   * gradient; {@code _ctc_loss}'s gradient is one with that of {@code log_softmax}, as in PyTorch,
   * and is tested with it.
   */
  private static final Set<String> WITHOUT =
      Set.of(
          "aten::to.device",
          "cresset::layer_norm_backward",
          "aten::cuda",
          "aten::_ctc_loss",
          "aten::_ctc_loss_backward",
          "aten::ctc_loss.IntList",
          "aten::ctc_loss.Tensor");

  /** Those that give truths, places or whole numbers. */
  private static final Set<String> NOT_REAL =
      Set.of(
          "aten::isclose",
          "aten::allclose",
          "aten::__and__.Tensor",
          "aten::__and__.Scalar",
          "aten::__or__.Tensor",
          "aten::__or__.Scalar",
          "aten::__xor__.Tensor",
          "aten::__xor__.Scalar",
          "aten::__lshift__.Tensor",
          "aten::__lshift__.Scalar",
          "aten::__rshift__.Tensor",
          "aten::__rshift__.Scalar",
          "aten::bitwise_not",
          "aten::argwhere",
          "aten::argsort",
          "aten::argsort.stable",
          "aten::bucketize.Tensor",
          "aten::bucketize.Scalar");

  static Stream<String> calls() throws IOException {
    try (InputStream in = RecordedGradientsTest.class.getResourceAsStream("gradients.txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  private static String name(String call) {
    return call.substring(0, call.indexOf(' '));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void agreeWithDifferences(String call) {
    Random random = new Random(11);
    List<Tensor> differentiated = new ArrayList<>();
    List<IValue> arguments =
        CallText.arguments(
            call.substring(call.indexOf(' ') + 1),
            (kind, sizes) -> {
              Tensor tensor = reals(kind, sizes, random);
              if (kind != 'c' && kind != 'q') {
                differentiated.add(tensor);
              }
              return tensor;
            });
    FiniteDifferences.check(
        call,
        inputs -> {
          List<IValue> replaced = new ArrayList<>();
          arguments.forEach(each -> replaced.add(replaced(each, differentiated, inputs)));
          return flat(Dispatch.call(name(call), replaced));
        },
        differentiated.toArray(new Tensor[0]));
  }

  /** Distinct, some way from each other: {@code x} of both signs, the others above 0. */
  private static Tensor reals(char kind, long[] sizes, Random random) {
    int n = (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      places.add(i);
    }
    Collections.shuffle(places, random);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      double spread = (places.get(i) + 0.3 + 0.3 * random.nextDouble()) / n;
      values[i] = kind == 'x' || kind == 'c' ? 3 * spread - 1.4 : 0.1 + 0.8 * spread;
    }
    return Tensor.fromBlob(values, sizes);
  }

  private static IValue replaced(IValue value, List<Tensor> from, Tensor[] to) {
    if (value.isList()) {
      return IValue.list(value.toList().stream().map(each -> replaced(each, from, to)).toList());
    }
    int index = value.isTensor() ? from.indexOf(value.toTensor()) : -1;
    return index < 0 ? value : IValue.from(to[index]);
  }

  /** All results that have a gradient in one row. */
  private static Tensor flat(IValue result) {
    List<IValue> all =
        result.isTuple() ? result.toTuple() : result.isList() ? result.toList() : List.of(result);
    List<Tensor> rows =
        all.stream()
            .map(IValue::toTensor)
            .filter(Tensor::requiresGrad)
            .map(tensor -> Shape.reshape(tensor, new long[] {-1}))
            .toList();
    return rows.isEmpty() ? all.get(0).toTensor() : Join.cat(rows, 0);
  }

  @Test
  void everyOpWithAGradientIsCalled() throws IOException {
    Set<String> called = calls().map(RecordedGradientsTest::name).collect(Collectors.toSet());
    assertThat(OpTable.families().stream().flatMap(family -> family.ops().stream()))
        .filteredOn(op -> Dispatch.has(op.name()) && op.elementwise() == null)
        .filteredOn(op -> op.functional() == null && !WITHOUT.contains(op.name()))
        .filteredOn(op -> !NOT_REAL.contains(op.name()))
        .filteredOn(op -> !op.gradients().isEmpty() || op.hasMeaning() || op.isProgram())
        .extracting(Op::name)
        .isSubsetOf(called);
  }
}
