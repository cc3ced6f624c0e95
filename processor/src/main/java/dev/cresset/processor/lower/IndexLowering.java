package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Subscript;
import dev.cresset.processor.script.Index;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code x.get(all(), range(0, 3), at(i))} as TorchScript's select, slice, unsqueeze and index. */
final class IndexLowering {
  private final Emitter emitter;
  private final ExpressionLowering expressions;

  IndexLowering(Emitter emitter, ExpressionLowering expressions) {
    this.emitter = emitter;
    this.expressions = expressions;
  }

  Value lower(Subscript subscript, String hint) {
    At at = subscript.at();
    Value tensor = expressions.lower(subscript.tensor(), "");
    List<@Nullable Value> places = new ArrayList<>();
    long dim = 0;
    List<Index> indices = subscript.indices();
    for (int i = 0; i < indices.size(); i++) {
      Index index = indices.get(i);
      boolean last = i == indices.size() - 1;
      String name = last && places.isEmpty() ? hint : "";
      if (index instanceof Index.All) {
        places.add(null);
        dim++;
      } else if (index instanceof Index.Place place) {
        Value at0 = expressions.lower(place.index(), "");
        tensor = call("aten::select.int", List.of(tensor, number(dim), at0), name, at);
      } else if (index instanceof Index.Range range) {
        List<Value> in =
            List.of(tensor, number(dim), end(range.start()), end(range.end()), step(range.step()));
        tensor = call("aten::slice.Tensor", in, name, at);
        places.add(null);
        dim++;
      } else if (index instanceof Index.NewAxis) {
        tensor = call("aten::unsqueeze", List.of(tensor, number(dim)), name, at);
        places.add(null);
        dim++;
      } else if (index instanceof Index.Rest) {
        dim = fromTheEnd(indices.subList(i + 1, indices.size()));
      } else if (index instanceof Index.Places chosen) {
        places.add(expressions.lower(chosen.tensor(), ""));
        dim++;
      }
    }
    return places.stream().anyMatch(place -> place != null)
        ? gather(tensor, places, hint, at)
        : tensor;
  }

  /** The first dimension of the last ones, counted from the end, where the rest is left whole. */
  private static long fromTheEnd(List<Index> after) {
    return -after.stream().filter(index -> !(index instanceof Index.NewAxis)).count();
  }

  private Value gather(Value tensor, List<@Nullable Value> places, String hint, At at) {
    Value none = emitter.constant(null, Type.NONE, At.NOWHERE);
    List<Value> list = new ArrayList<>();
    for (Value place : places) {
      list.add(place == null ? none : place);
    }
    Type type = Type.TENSOR.optional().list();
    Value indices = emitter.add(Kinds.LIST_CONSTRUCT, list, type, "", at);
    return call("aten::index.Tensor", List.of(tensor, indices), hint, at);
  }

  private Value call(String op, List<Value> in, String hint, At at) {
    return emitter.add(op, in, Type.TENSOR, hint, at);
  }

  private Value number(long value) {
    return emitter.constant(value, Type.INT, At.NOWHERE);
  }

  private Value end(@Nullable Expression end) {
    return end == null ? emitter.constant(null, Type.NONE, At.NOWHERE) : expressions.lower(end, "");
  }

  private Value step(@Nullable Expression step) {
    return step == null ? number(1) : expressions.lower(step, "");
  }
}
