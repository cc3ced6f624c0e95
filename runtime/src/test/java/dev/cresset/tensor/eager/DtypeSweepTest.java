package dev.cresset.tensor.eager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.type.DType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every op that has a sample, in every dtype: it gives what double precision gives, as nearly as
 * the dtype can hold it, or what I64 gives, or refuses the dtype by name. Which it is stands in
 * {@code dtypes.txt}, of which docs are made; {@code -Dgolden.update} writes it anew.
 */
class DtypeSweepTest {
  private static final String FILE = "dtypes.txt";
  private static final List<DType> DTYPES =
      List.of(
          DType.F64,
          DType.F32,
          DType.F16,
          DType.BF16,
          DType.I64,
          DType.I32,
          DType.I16,
          DType.I8,
          DType.U8,
          DType.BOOL);

  /** A call whose tensors are of the dtype that it is asked for, or brought there. */
  private record Sample(String op, Function<Function<Tensor, Tensor>, List<Tensor>> call) {}

  @Test
  void everyDtypeIsComputedOrRefused() {
    Map<String, String> computed = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (Sample sample : samples()) {
      List<String> names = new ArrayList<>();
      for (DType dtype : DTYPES) {
        try {
          List<Tensor> got = run(sample, x -> brought(x, dtype));
          names.add(dtype.printName());
          compare(sample, dtype, got, wrong);
        } catch (IllegalArgumentException
            | IllegalStateException
            | UnsupportedOperationException refused) {
          assertThat(refused).as("%s in %s", sample.op, dtype).hasMessageMatching("(?s).+");
        } catch (RuntimeException e) {
          wrong.add("%s in %s: %s".formatted(sample.op, dtype, e));
        }
      }
      computed.putIfAbsent(sample.op, String.join(" ", names));
    }
    assertThat(wrong).isEmpty();
    String text =
        computed.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
            .collect(Collectors.joining());
    assertThat(text).isEqualTo(expected(text));
  }

  private static String expected(String text) {
    try {
      if (System.getProperty("golden.update") != null) {
        Files.writeString(
            Path.of("src/test/resources/dev/cresset/tensor/eager").resolve(FILE), text);
        return text;
      }
      try (InputStream in = DtypeSweepTest.class.getResourceAsStream(FILE)) {
        return new String(in.readAllBytes(), UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Tensor> run(Sample sample, Function<Tensor, Tensor> as) {
    Tensor.manualSeed(3);
    return sample.call.apply(as);
  }

  /** Numbers that the dtype holds; whole ones are 1 to 3, as nothing is to be divided by 0. */
  private static Tensor brought(Tensor x, DType dtype) {
    boolean whole = !dtype.isFloatingPoint() && dtype != DType.BOOL;
    return (whole ? x.abs().mul(1.5).add(1).floor() : x).to(dtype);
  }

  private static void compare(Sample sample, DType dtype, List<Tensor> got, List<String> wrong) {
    boolean real = dtype.isFloatingPoint();
    if (dtype == DType.BOOL || dtype == DType.F64 || dtype == DType.I64) {
      return;
    }
    DType wide = real ? DType.F64 : DType.I64;
    List<Tensor> want = run(sample, x -> brought(x, dtype).to(wide));
    double bound =
        switch (dtype) {
          case F32 -> 2e-5;
          case F16 -> 8e-3;
          case BF16 -> 6e-2;
          default -> 1e-5;
        };
    for (int i = 0; i < want.size(); i++) {
      Tensor a = got.get(i).to(DType.F64);
      Tensor b = want.get(i).to(DType.F64);
      if (dtype == DType.U8 && Arrays.stream(b.toDoubleArray()).anyMatch(x -> x < 0)) {
        continue; // less than nothing wraps around
      }
      if (!Arrays.equals(a.sizes(), b.sizes()) || !a.allClose(b, bound, bound, true)) {
        wrong.add("%s in %s gives%n%s%nnot%n%s".formatted(sample.op, dtype, a, b));
      }
    }
  }

  private static List<Sample> samples() {
    List<Sample> all = new ArrayList<>();
    Samples.ops().filter(op -> op.functional() == null).forEach(op -> all.add(elementwise(op)));
    try (Stream<String> calls = RecordedGradientsTest.calls()) {
      calls.forEach(line -> all.add(recorded(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static Sample elementwise(Op op) {
    List<String> names = op.elementwise().tensors();
    return new Sample(
        op.name(),
        as -> {
          Tensor[] tensors = new Tensor[names.size()];
          for (int i = 0; i < tensors.length; i++) {
            boolean truth = names.get(i).equals("condition") || names.get(i).equals("mask");
            Tensor numbers = numbers('p', 3 * i, 6);
            tensors[i] =
                truth ? Tensor.of(true, false, true, true, false, true) : as.apply(numbers);
          }
          return List.of(Samples.call(op, tensors));
        });
  }

  private static Sample recorded(String line) {
    String name = line.substring(0, line.indexOf(' '));
    return new Sample(
        name,
        as -> {
          List<IValue> arguments =
              CallText.arguments(
                  line.substring(name.length() + 1),
                  (kind, sizes) -> as.apply(numbers(kind, sizes.length, sizes)));
          IValue result = Dispatch.call(name, arguments);
          List<IValue> all =
              result.isTuple()
                  ? result.toTuple()
                  : result.isList() ? result.toList() : List.of(result);
          return all.stream().map(IValue::toTensor).toList();
        });
  }

  /** Eighths, which every dtype of reals holds, each but once as far as there are enough. */
  static Tensor numbers(char kind, int shift, long... sizes) {
    int n = (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      int eighths = (i * 11 + shift) % 24;
      boolean signed = kind == 'x' || kind == 'c';
      values[i] = signed ? (eighths - 11.5) / 8 : (eighths % 7 + 0.5) / 8;
    }
    return Tensor.fromBlob(values, sizes);
  }
}
