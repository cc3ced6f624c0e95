package dev.cresset.script;

import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that Java had in all runs, as one value of the graph. */
final class TraceArguments {
  private final TraceValues values;
  private final TraceNumbers numbers;

  TraceArguments(TraceValues values, TraceNumbers numbers) {
    this.values = values;
    this.numbers = numbers;
  }

  /**
   * The value that was this in each run.
   *
   * @param type what it is taken as; null if it is not known
   */
  Value of(List<Object> all, @Nullable Type type, String where) {
    Object first = all.get(0);
    Type present = type instanceof Type.OptionalOf option ? option.element() : type;
    if (first instanceof Origin origin) {
      agree(all, where);
      return values.tensor(origin);
    } else if (first instanceof TupleConstant || first instanceof List<?>) {
      return several(all, present, where);
    } else if (first instanceof Map<?, ?> map) {
      return dictionary(all, map, where);
    } else if (all.stream().allMatch(first::equals)) {
      return present == Type.DEVICE ? values.device(first) : values.constant(first);
    }
    if (first instanceof String
        || all.stream().anyMatch(each -> each.getClass() != first.getClass())) {
      throw differ(all, where);
    }
    Value found = numbers.find(all, where);
    if (found == null) {
      throw differ(all, where);
    }
    return found;
  }

  private static void agree(List<Object> all, String where) {
    Object first = all.get(0);
    for (Object each : all) {
      if (!first.equals(each)) {
        throw new TraceException(
            "%s: the runs do not agree on which tensor is used there".formatted(where));
      } else if (first instanceof Origin.Made one && each instanceof Origin.Made other) {
        if (!TraceRuns.equal(one.copy(), other.copy())) {
          throw new TraceException(
              ("%s: Java made a tensor of numbers that were not the same in all runs; make it with"
                      + " ops, such as Tensor.full")
                  .formatted(where));
        }
      }
    }
  }

  private static TraceException differ(List<Object> all, String where) {
    return new TraceException(
        ("%s: Java computed %s in the runs, and no arithmetic of what it had asked of tensors gives"
                + " that; ask for the sizes that it follows from, or compute it with ops")
            .formatted(where, all));
  }

  private Value several(List<Object> all, @Nullable Type type, String where) {
    int size = TraceValues.elements(all.get(0)).size();
    for (Object each : all) {
      if (TraceValues.elements(each).size() != size) {
        throw new TraceException("%s: a list has not the same length in all runs".formatted(where));
      }
    }
    List<Value> parts = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    Type element = type instanceof Type.ListOf list ? list.element() : null;
    for (int i = 0; i < size; i++) {
      int at = i;
      Value part =
          of(all.stream().map(each -> TraceValues.elements(each).get(at)).toList(), element, where);
      parts.add(part);
      types.add(part.type());
    }
    if (all.get(0) instanceof TupleConstant) {
      return values.builder.node(Kinds.TUPLE_CONSTRUCT).inputs(parts).output(new Type.Tuple(types));
    }
    Type of = element != null ? element : size == 0 ? Type.TENSOR : types.get(0);
    return values.builder.node(Kinds.LIST_CONSTRUCT).inputs(parts).output(new Type.ListOf(of));
  }

  private Value dictionary(List<Object> all, Map<?, ?> first, String where) {
    List<Value> parts = new ArrayList<>();
    Type type = Type.TENSOR;
    for (Object key : first.keySet()) {
      List<Object> ofKey = new ArrayList<>();
      for (Object each : all) {
        Object held = Values.dictionary(each).get(key);
        if (held == null) {
          throw new TraceException("%s: the runs give not the same keys".formatted(where));
        }
        ofKey.add(held);
      }
      parts.add(values.constant(key));
      Value value = of(ofKey, null, where);
      parts.add(value);
      type = value.type();
    }
    return values
        .builder
        .node(Kinds.DICT_CONSTRUCT)
        .inputs(parts)
        .output(new Type.Dict(Type.STR, type));
  }
}
