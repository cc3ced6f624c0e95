package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.shape.ShapeScope;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.Sizes;
import dev.cresset.ir.type.None;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule for an op's sizes says what sizes it gives, on each of its samples. */
class ShapeSweepTest {

  static Stream<String> calls() throws IOException {
    return RecordedGradientsTest.calls()
        .filter(line -> OpTable.get(line.substring(0, line.indexOf(' '))).shape() != null);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void theRuleSaysWhatTheOpGives(String call) {
    Op op = OpTable.get(call.substring(0, call.indexOf(' ')));
    List<IValue> arguments =
        CallText.arguments(
            call.substring(op.name().length() + 1),
            (kind, sizes) -> DtypeSweepTest.numbers(kind, sizes.length, sizes));
    IValue result = Dispatch.call(op.name(), arguments);
    List<@Nullable Object> facts = new ArrayList<>();
    arguments.forEach(each -> facts.add(fact(each)));
    List<@Nullable Sizes> said = op.shape().apply(new ShapeScope(op.schema(), facts));
    List<IValue> given =
        result.isTuple() ? result.toTuple() : result.isList() ? result.toList() : List.of(result);
    for (int i = 0; i < Math.min(said.size(), given.size()); i++) {
      Sizes sizes = said.get(i);
      if (sizes == null) {
        continue; // the rule does not know them
      }
      Tensor tensor = given.get(i).toTensor();
      assertThat(sizes.rank()).as("%s: %s", call, sizes).isEqualTo(tensor.dim());
      for (int d = 0; d < tensor.dim(); d++) {
        assertThat(sizes.get(d).known()).as("%s: %s", call, sizes).isIn(null, tensor.size(d));
      }
    }
  }

  private static @Nullable Object fact(IValue value) {
    if (value.isNone()) {
      return None.NONE;
    } else if (value.isTensor()) {
      return Sizes.of(value.toTensor().sizes());
    } else if (value.isBool()) {
      return value.toBool();
    } else if (value.isLong()) {
      return Size.of(value.toLong());
    } else if (value.isList()) {
      List<@Nullable Object> all = new ArrayList<>();
      value.toList().forEach(each -> all.add(fact(each)));
      return all;
    }
    return null;
  }
}
