package dev.cresset.ir.plan;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Dtypes;
import dev.cresset.ir.op.Elementwise;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.scalar.Substitution;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Composes the ops of a group, and their gradients by the rule of the chain. */
final class GroupReader {

  /** An op of the group with its arguments: those that are tensors, and the numbers. */
  private record Call(Node node, Elementwise each, List<Value> tensors, List<Scalar> numbers) {}

  private final Graph body;
  private final Uses uses;
  private final List<Value> tensors = new ArrayList<>();
  private final List<Value> numbers = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Map<Value, Scalar> scalars = new HashMap<>();
  private final Map<Value, Boolean> truths = new HashMap<>();
  private final Map<Value, Set<Integer>> reaches = new HashMap<>();

  private GroupReader(Graph body) {
    this.body = body;
    this.uses = Uses.of(body.block());
  }

  static @Nullable FusedGroup read(Graph body) {
    GroupReader reader = new GroupReader(body);
    return reader.inputs() && reader.calls() ? reader.group() : null;
  }

  private boolean inputs() {
    for (Value input : body.inputs()) {
      if (input.type().isTensor()) {
        scalars.put(input, Scalar.input(tensors.size()));
        truths.put(input, false);
        reaches.put(input, Set.of(tensors.size()));
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
        Call call = call(node);
        if (call == null) {
          return false;
        }
        calls.add(call);
        enter(call);
      }
    }
    return true;
  }

  private @Nullable Call call(Node node) {
    Op op = OpTable.of(node);
    Elementwise each = op == null ? null : op.elementwise();
    if (op == null || each == null || op.schema().writes()) {
      return null;
    }
    List<Value> in = new ArrayList<>();
    List<Scalar> given = new ArrayList<>();
    for (int i = 0; i < op.schema().arguments().size(); i++) {
      Argument argument = op.schema().arguments().get(i);
      Value value = node.input(i);
      if (argument.type().equals(Type.TENSOR)) {
        in.add(value);
      } else {
        Scalar number = number(value);
        if (number == null) {
          return null;
        }
        given.add(number);
      }
    }
    boolean single =
        each.dtypes() == Dtypes.GIVE_BOOL || in.stream().anyMatch(value -> !isTruth(value));
    return single ? new Call(node, each, in, given) : null;
  }

  private boolean isTruth(Value value) {
    return truths.getOrDefault(value, false);
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

  private void enter(Call call) {
    Value output = call.node.output();
    scalars.put(output, substituted(call, scalars, call.each.body(), null, null));
    truths.put(output, call.each.dtypes() == Dtypes.GIVE_BOOL);
    Set<Integer> from = new LinkedHashSet<>();
    call.tensors.forEach(value -> from.addAll(reaches.getOrDefault(value, Set.of())));
    reaches.put(output, from);
  }

  /** A scalar of an op's own inputs as one of the group's. */
  private static Scalar substituted(
      Call call,
      Map<Value, Scalar> values,
      Scalar scalar,
      @Nullable Scalar y,
      @Nullable Scalar dy) {
    int count = call.tensors.size();
    return new Substitution(
            input -> {
              Scalar value =
                  input < count ? values.get(call.tensors.get(input)) : input == count ? y : dy;
              if (value == null) {
                throw new IllegalStateException(call.node + " uses what the group has not");
              }
              return value;
            },
            call.numbers::get)
        .of(scalar);
  }

  /** Whether an input is never computed with, but only chooses between others. */
  private boolean isCondition(Value input) {
    for (Call call : calls) {
      for (int i = 0; i < call.tensors.size(); i++) {
        String name = call.each.tensors().get(i);
        boolean chooses = name.equals("condition") || name.equals("mask");
        if (call.tensors.get(i).equals(input) && !chooses) {
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
      results.add(scalars.getOrDefault(output, Scalar.constant(0)));
      areTruths.add(isTruth(output));
      from.add(reaches.getOrDefault(output, Set.of()).stream().sorted().toList());
    }
    List<Boolean> conditions = tensors.stream().map(this::isCondition).toList();
    return new FusedGroup(
        body, tensors, conditions, numbers, results, areTruths, from, gradients());
  }

  private List<@Nullable Scalar> gradients() {
    Map<Value, Scalar> values = values();
    Map<Value, Scalar> gradients = new HashMap<>();
    int results = body.outputs().size();
    for (int i = 0; i < results; i++) {
      if (!isTruth(body.outputs().get(i))) {
        Scalar dy = Scalar.input(tensors.size() + results + i);
        gradients.merge(body.outputs().get(i), dy, Scalar::add);
      }
    }
    for (int i = calls.size() - 1; i >= 0; i--) {
      pass(calls.get(i), values, gradients);
    }
    List<@Nullable Scalar> all = new ArrayList<>();
    tensors.forEach(tensor -> all.add(gradients.get(tensor)));
    return all;
  }

  private void pass(Call call, Map<Value, Scalar> values, Map<Value, Scalar> gradients) {
    Value output = call.node.output();
    Scalar dy = gradients.get(output);
    if (dy == null) {
      return;
    }
    for (int i = 0; i < call.tensors.size(); i++) {
      Scalar derivative = call.each.derivatives().isEmpty() ? null : call.each.derivatives().get(i);
      if (derivative != null && !isTruth(call.tensors.get(i))) {
        Scalar gradient = substituted(call, values, derivative, values.get(output), dy);
        gradients.merge(call.tensors.get(i), gradient, Scalar::add);
      }
    }
  }

  /**
   * All values once more, from the tensors and the group's own results, which need no computing.
   */
  private Map<Value, Scalar> values() {
    Map<Value, Scalar> values = new HashMap<>();
    tensors.forEach(tensor -> values.put(tensor, Scalar.input(values.size())));
    for (Call call : calls) {
      Value output = call.node.output();
      int result = body.outputs().indexOf(output);
      values.put(
          output,
          result >= 0
              ? Scalar.input(tensors.size() + result)
              : substituted(call, values, call.each.body(), null, null));
    }
    return values;
  }
}
