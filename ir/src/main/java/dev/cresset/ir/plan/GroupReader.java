package dev.cresset.ir.plan;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Rowwise;
import dev.cresset.ir.plan.FusedGroup.Rows;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Composes the ops of a group, and their gradients by the rule of the chain. */
final class GroupReader {
  private final Graph body;
  private final Uses uses;
  private final List<Value> tensors = new ArrayList<>();
  private final List<Value> numbers = new ArrayList<>();
  private final List<GroupCall> calls = new ArrayList<>();
  private final Map<Value, Scalar> scalars = new HashMap<>();
  private final Map<Value, Boolean> truths = new HashMap<>();

  /** The tensors that a value is computed from, and those of which it has the rows' elements. */
  private final Map<Value, Set<Integer>> reaches = new HashMap<>();

  private final Map<Value, Set<Integer>> lengths = new HashMap<>();
  private final List<Rows> rows = new ArrayList<>();

  private GroupReader(Graph body) {
    this.body = body;
    this.uses = Uses.of(body.block());
  }

  static @Nullable FusedGroup read(Graph body) {
    GroupReader reader = new GroupReader(body);
    return reader.isGroup() ? reader.group() : null;
  }

  /** Whether there is such a group; its gradients, which take longest, are not looked for. */
  static boolean reads(Graph body) {
    return new GroupReader(body).isGroup();
  }

  private boolean isGroup() {
    return inputs() && calls() && results();
  }

  private boolean inputs() {
    for (Value input : body.inputs()) {
      if (input.type().isTensor()) {
        scalars.put(input, Scalar.input(tensors.size()));
        truths.put(input, false);
        reaches.put(input, Set.of(tensors.size()));
        lengths.put(input, Set.of(tensors.size()));
        tensors.add(input);
      } else if (input.type() == Type.INT || input.type() == Type.FLOAT) {
        scalars.put(input, Scalar.parameter(numbers.size()));
        numbers.add(input);
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean calls() {
    for (Node node : body.nodes()) {
      if (!node.isConstant()) {
        GroupCall call = GroupCall.of(node, uses, this::number);
        if (call == null || !fits(call)) {
          return false;
        }
        calls.add(call);
        enter(call);
      }
    }
    return true;
  }

  /** Not what would be computed of truths alone, nor a fold of what is one number for a row. */
  private boolean fits(GroupCall call) {
    if (call instanceof GroupCall.OfRows ofRows) {
      return call.tensors().stream().noneMatch(this::isTruth) && !scalar(ofRows.folded()).isOfRow();
    }
    return call.givesTruths() || call.tensors().stream().anyMatch(value -> !isTruth(value));
  }

  private boolean isTruth(Value value) {
    return truths.getOrDefault(value, false);
  }

  private Scalar scalar(Value value) {
    return scalars.getOrDefault(value, Scalar.constant(0));
  }

  private @Nullable Scalar number(Value value) {
    Scalar known = scalars.get(value);
    if (known != null) {
      return value.type().isTensor() ? null : known;
    }
    Object constant = uses.constant(value);
    if (constant instanceof Number number) {
      return Scalar.constant(number.doubleValue());
    }
    return constant instanceof Boolean truth ? Scalar.constant(truth ? 1 : 0) : null;
  }

  private void enter(GroupCall call) {
    Value output = call.node().output();
    Scalar scalar = call.body(scalars);
    scalars.put(output, scalar);
    truths.put(output, call.givesTruths());
    reaches.put(output, union(reaches, call.tensors()));
    lengths.put(output, scalar.isOfRow() ? Set.of() : union(lengths, call.tensors()));
    if (call instanceof GroupCall.OfRows ofRows) {
      enterRows(ofRows);
    }
  }

  private void enterRows(GroupCall.OfRows call) {
    Long length = call.length();
    rows.add(rows(call.folded(), call.dimension(), length));
    if (length != null) { // the scale and the shift of a row are rows, and no more
      call.tensors().stream().skip(1).forEach(tensor -> rows.add(rows(tensor, 0, length)));
    }
  }

  private static Set<Integer> union(Map<Value, Set<Integer>> sets, Collection<Value> values) {
    Set<Integer> all = new TreeSet<>();
    values.forEach(value -> all.addAll(sets.getOrDefault(value, Set.of())));
    return all;
  }

  private Rows rows(Value value, int dimension, @Nullable Long length) {
    return new Rows(
        dimension,
        length == null ? Rows.ANY : length,
        List.copyOf(union(reaches, List.of(value))),
        List.copyOf(union(lengths, List.of(value))));
  }

  /** Whether each result has an element of its own for each element. */
  private boolean results() {
    if (rows.isEmpty()) {
      return true;
    }
    body.outputs().forEach(output -> rows.add(rows(output, Rowwise.LAST, null)));
    return body.outputs().stream().noneMatch(output -> scalar(output).isOfRow());
  }

  /** Whether an input is never computed with, but only chooses between others. */
  private boolean isCondition(Value input) {
    for (GroupCall call : calls) {
      for (int i = 0; i < call.tensors().size(); i++) {
        if (call.tensors().get(i).equals(input) && !call.isChoice(i)) {
          return false;
        }
      }
    }
    return true;
  }

  // ---- gradients

  private FusedGroup group() {
    List<Scalar> results = new ArrayList<>();
    List<Boolean> areTruths = new ArrayList<>();
    List<List<Integer>> from = new ArrayList<>();
    for (Value output : body.outputs()) {
      results.add(scalar(output));
      areTruths.add(isTruth(output));
      from.add(List.copyOf(union(reaches, List.of(output))));
    }
    List<Boolean> conditions = tensors.stream().map(this::isCondition).toList();
    return new FusedGroup(
        body,
        tensors,
        conditions,
        numbers,
        results,
        areTruths,
        from,
        rows.stream().distinct().toList(),
        gradients());
  }

  private List<@Nullable Scalar> gradients() {
    Map<Value, Scalar> values = values();
    Map<Value, Scalar> gradients = new HashMap<>();
    int results = body.outputs().size();
    for (int i = 0; i < results; i++) {
      if (!isTruth(body.outputs().get(i))) {
        Scalar dy = Scalar.input(tensors.size() + results + i);
        give(body.outputs().get(i), dy, gradients);
      }
    }
    for (int i = calls.size() - 1; i >= 0; i--) {
      pass(calls.get(i), values, gradients);
    }
    List<@Nullable Scalar> all = new ArrayList<>();
    tensors.forEach(tensor -> all.add(gradients.get(tensor)));
    return all;
  }

  private void pass(GroupCall call, Map<Value, Scalar> values, Map<Value, Scalar> gradients) {
    Value output = call.node().output();
    Scalar dy = gradients.get(output);
    Scalar y = values.get(output);
    if (dy == null || y == null) {
      return;
    }
    List<@Nullable Scalar> passed = call.gradients(values, y, dy);
    for (int i = 0; i < passed.size(); i++) {
      Value tensor = call.tensors().get(i);
      Scalar gradient = passed.get(i);
      if (gradient != null && !isTruth(tensor)) {
        give(tensor, gradient, gradients);
      }
    }
  }

  /** What is one number for a row has the gradients of all the elements it went into. */
  private void give(Value to, Scalar gradient, Map<Value, Scalar> gradients) {
    boolean folds = scalar(to).isOfRow() && !gradient.isOfRow();
    gradients.merge(to, folds ? gradient.rowSum() : gradient, Scalar::add);
  }

  /**
   * All values once more, from the tensors and the group's own results, which need no computing.
   */
  private Map<Value, Scalar> values() {
    Map<Value, Scalar> values = new HashMap<>();
    tensors.forEach(tensor -> values.put(tensor, Scalar.input(values.size())));
    for (GroupCall call : calls) {
      Value output = call.node().output();
      int result = body.outputs().indexOf(output);
      values.put(output, result >= 0 ? Scalar.input(tensors.size() + result) : call.body(values));
    }
    return values;
  }
}
