package dev.cresset.script;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that Java was told: those that were always the same are guarded, and those that were not
 * are witnesses.
 */
final class TraceNumbers {
  private final TraceValues values;
  private final Witnesses witnesses = new Witnesses();
  private final Map<List<Object>, Value> facts = new HashMap<>();
  private final Set<List<Object>> guarded = new HashSet<>();
  private final Set<List<Value>> ties = new HashSet<>();

  TraceNumbers(TraceValues values) {
    this.values = values;
  }

  /** The number that was this in each run; null if it follows from none. */
  @Nullable Value find(List<Object> all, String where) {
    return witnesses.find(all, values.builder, where, this::tie);
  }

  /** What the graph asks of a tensor besides its values; once for each tensor. */
  Value fact(Op op, List<Value> in) {
    List<Object> key = new ArrayList<>(in);
    key.add(op);
    return facts.computeIfAbsent(
        key,
        absent ->
            values
                .builder
                .node(op.schema().name())
                .overload(op.schema().overload())
                .inputs(in)
                .output(op.schema().returns().get(0).type()));
  }

  /** Takes the numbers of a tree for witnesses, and guards those that were always the same. */
  void all(StepPart key, List<Object> all, String what, @Nullable TraceStep step, boolean input) {
    Object first = all.get(0);
    if (first instanceof Long || first instanceof Double || first instanceof Boolean) {
      one(key, values.value(key), all, what, step, false);
    } else if (first instanceof TupleConstant || first instanceof List<?>) {
      for (int i = 0; i < TraceValues.elements(first).size(); i++) {
        int at = i;
        if (all.stream()
            .anyMatch(
                each -> TraceValues.elements(each).size() != TraceValues.elements(first).size())) {
          if (input || all.stream().noneMatch(TraceNumbers::holdsTensors)) {
            throw new TraceException("a list has not the same length in all runs: " + what);
          }
          return;
        }
        all(
            key.part(i),
            all.stream().map(each -> TraceValues.elements(each).get(at)).toList(),
            what,
            step,
            input);
      }
    }
  }

  private static boolean holdsTensors(Object list) {
    return TraceValues.elements(list).stream().anyMatch(Origin.class::isInstance);
  }

  /** Takes a number for a witness, or guards it if it was always the same. */
  void one(
      StepPart key,
      Value value,
      List<Object> all,
      String what,
      @Nullable TraceStep step,
      boolean fixed) {
    values.give(key, value, all);
    if (!all.stream().allMatch(all.get(0)::equals)) {
      witnesses.add(all, value, what + (step == null ? "" : " of " + step.where()));
    } else if (!fixed) {
      guard(value, all.get(0), what, step);
    }
  }

  /** Lets the graph fail unless a value is what Java saw. */
  void guard(Value value, Object seen, String what, @Nullable TraceStep step) {
    if (!guarded.add(List.of(value, seen))) {
      return;
    }
    fail(
        value,
        seen,
        (step == null ? "" : step.where() + ": ") + "this trace is for " + told(what, seen, step));
  }

  private static String told(String what, Object seen, @Nullable TraceStep step) {
    if (what.equals("dtype()") && seen instanceof Long code) {
      return what + " = " + DType.ofCode(code) + ", as Java saw there";
    }
    String varies = "; let it vary with Trace.again(..)";
    if (step == null) {
      return what + " = " + seen + varies;
    } else if (step.kind() instanceof TraceStep.Read && what.equals(step.kind().text())) {
      return "the elements that Java read there with " + what + "; compute with ops instead";
    } else if (seen instanceof Boolean) {
      return what
          + " = "
          + seen
          + ", by which Java may have chosen its way; compile the method with @Script, which keeps"
          + " both ways";
    }
    return what + " = " + seen + ", as Java saw there" + varies;
  }

  private void tie(Value one, String textOfOne, Value other, String textOfOther) {
    if (one.type() == Type.INT && ties.add(List.of(one, other))) {
      Value same =
          values.builder.node("aten::eq").overload("int").inputs(one, other).output(Type.BOOL);
      fail(
          same,
          true,
          ("when this was traced, %s and %s were the same in each run, so it is not known which of"
                  + " them counts; give Trace.again(..) sizes that tell them apart")
              .formatted(textOfOne, textOfOther));
    }
  }

  /** Ends the program with a message unless the value is what was seen. */
  private void fail(Value value, Object seen, String message) {
    Value holds = value;
    if (seen instanceof Long || seen instanceof Double) {
      boolean nan = seen instanceof Double real && real.isNaN();
      holds =
          nan
              ? values.builder.node("aten::isnan").overload("float").inputs(value).output(Type.BOOL)
              : values
                  .builder
                  .node("aten::eq")
                  .overload(seen instanceof Long ? "int" : "float")
                  .inputs(value, values.constant(seen))
                  .output(Type.BOOL);
    }
    GraphBuilder raising = values.builder.inner();
    raising
        .node(Kinds.RAISE)
        .inputs(raising.constant(message), raising.constant(None.NONE))
        .outputs(List.of());
    Block raises = raising.block(List.of());
    Block goesOn = values.builder.inner().block(List.of());
    boolean wanted = !Boolean.FALSE.equals(seen);
    values
        .builder
        .node(Kinds.IF)
        .inputs(holds)
        .block(wanted ? goesOn : raises)
        .block(wanted ? raises : goesOn)
        .outputs(List.of());
  }
}
