package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.reference.NdArray;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every op that says its meaning in plain loops gives what these give, on each of its samples. */
class ReferenceSweepTest {

  static Stream<String> calls() throws IOException {
    return RecordedGradientsTest.calls()
        .filter(line -> OpTable.get(line.substring(0, line.indexOf(' '))).reference() != null);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void agreesWithPlainLoops(String call) {
    String name = call.substring(0, call.indexOf(' '));
    List<IValue> arguments =
        CallText.arguments(
            call.substring(name.length() + 1),
            (kind, sizes) -> DtypeSweepTest.numbers(kind, sizes.length, sizes));
    List<Tensor> got = tensors(Dispatch.call(name, arguments));
    List<Object> plain = new ArrayList<>();
    List<Argument> schema = OpTable.get(name).schema().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      plain.add(plain(arguments.get(i), schema.get(i).type()));
    }
    Object result = OpTable.get(name).reference().apply(new Arguments(plain));
    List<?> want = result instanceof List<?> list ? list : List.of(result);
    assertThat(got).hasSameSizeAs(want);
    for (int i = 0; i < got.size(); i++) {
      NdArray array = (NdArray) want.get(i);
      assertThat(got.get(i).sizes()).containsExactly(array.sizes());
      double[] values = got.get(i).to(DType.F64).toDoubleArray();
      for (int k = 0; k < values.length; k++) {
        double wanted = array.dtype().isFloatingPoint() ? array.real(k) : array.whole(k);
        assertThat(values[k])
            .as("%s: result %d, element %d", call, i, k)
            .isCloseTo(wanted, within(1e-9 + 1e-9 * Math.abs(wanted)));
      }
    }
  }

  private static List<Tensor> tensors(IValue result) {
    List<IValue> all =
        result.isTuple() ? result.toTuple() : result.isList() ? result.toList() : List.of(result);
    return all.stream().map(IValue::toTensor).toList();
  }

  private static Object plain(IValue value, Type type) {
    if (value.isNone()) {
      return None.NONE;
    } else if (value.isTensor()) {
      Tensor tensor = value.toTensor();
      return tensor.isFloatingPoint()
          ? NdArray.of(DType.F64, tensor.sizes(), tensor.toDoubleArray())
          : NdArray.ofWholes(tensor.dtype(), tensor.sizes(), tensor.to(DType.I64).toLongArray());
    } else if (value.isList()) {
      Type element = type instanceof Type.ListOf list ? list.element() : type;
      return value.toList().stream().map(each -> plain(each, element)).toList();
    } else if (value.isBool()) {
      return value.toBool();
    } else if (value.isString()) {
      return value.toStr();
    }
    Number number = value.toNumber();
    return number instanceof Long ? (Object) number.longValue() : number.doubleValue();
  }
}
