package dev.cresset.ir.plan;

import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Dtypes;
import dev.cresset.ir.op.Elementwise;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.op.Rowwise;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.scalar.Substitution;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An op of a fused group, with its arguments. */
sealed interface GroupCall {
  /** What it stands for. */
  Node node();

  /** Its arguments that are tensors and are there, in order. */
  List<Value> tensors();

  /** Whether it gives truths. */
  boolean givesTruths();

  /** An element of its result, where the tensors' elements are {@code values}. */
  Scalar body(Map<Value, Scalar> values);

  /** An element of the gradient by each of {@link #tensors}; null where there is none. */
  List<@Nullable Scalar> gradients(Map<Value, Scalar> values, Scalar y, Scalar dy);

  /** Whether it only chooses by the tensor at {@code place}. */
  boolean isChoice(int place);

  /**
   * The op of a node, where {@code numbers} gives the numbers that are known; null if it can be no
   * part of a group.
   */
  static @Nullable GroupCall of(Node node, Uses uses, Function<Value, @Nullable Scalar> numbers) {
    Op op = OpTable.of(node);
    if (op == null || op.schema().writes()) {
      return null;
    } else if (op.elementwise() != null) {
      return elements(node, op, op.elementwise(), numbers);
    }
    return op.rowwise() == null ? null : rows(node, op, op.rowwise(), uses, numbers);
  }

  private static @Nullable GroupCall elements(
      Node node, Op op, Elementwise each, Function<Value, @Nullable Scalar> numbers) {
    List<Value> tensors = new ArrayList<>();
    List<Scalar> given = new ArrayList<>();
    for (int i = 0; i < op.schema().arguments().size(); i++) {
      Value value = node.input(i);
      if (op.schema().arguments().get(i).type().equals(Type.TENSOR)) {
        tensors.add(value);
      } else {
        Scalar number = numbers.apply(value);
        if (number == null) {
          return null;
        }
        given.add(number);
      }
    }
    return new OfElements(node, each, tensors, given);
  }

  private static @Nullable GroupCall rows(
      Node node, Op op, Rowwise rows, Uses uses, Function<Value, @Nullable Scalar> numbers) {
    List<@Nullable Value> places = new ArrayList<>();
    List<@Nullable Scalar> given = new ArrayList<>();
    Integer dimension = null;
    Long length = null;
    for (int i = 0; i < op.schema().arguments().size(); i++) {
      Argument argument = op.schema().arguments().get(i);
      Value value = node.input(i);
      Object constant = uses.constant(value);
      Object needed = rows.needs().get(argument.name());
      boolean absent = constant == None.NONE;
      if (needed != null && !needed.equals(constant)) {
        return null;
      } else if (argument.name().equals(rows.dimension())) {
        dimension = rows.dimension(constant);
        length = rows.length(constant);
      }
      boolean tensor = value.type().isTensor();
      if (!tensor && !absent && mayBeTensor(argument)) {
        return null; // a tensor that may be there or not
      }
      places.add(tensor ? value : null);
      given.add(tensor || absent ? null : numbers.apply(value));
    }
    return dimension == null
        ? null
        : new OfRows(node, rows, dimension, length, op.schema().arguments(), places, given);
  }

  private static boolean mayBeTensor(Argument argument) {
    return argument.type().isTensor()
        || argument.type() instanceof Type.OptionalOf optional && optional.element().isTensor();
  }

  /** An op that takes elements by themselves. */
  record OfElements(Node node, Elementwise each, List<Value> tensors, List<Scalar> numbers)
      implements GroupCall {
    @Override
    public boolean givesTruths() {
      return each.dtypes() == Dtypes.GIVE_BOOL;
    }

    @Override
    public Scalar body(Map<Value, Scalar> values) {
      return substituted(values, each.body(), null, null);
    }

    @Override
    public List<@Nullable Scalar> gradients(Map<Value, Scalar> values, Scalar y, Scalar dy) {
      List<@Nullable Scalar> all = new ArrayList<>();
      for (int i = 0; i < tensors.size(); i++) {
        Scalar derivative = each.derivatives().isEmpty() ? null : each.derivatives().get(i);
        all.add(derivative == null ? null : substituted(values, derivative, y, dy));
      }
      return all;
    }

    @Override
    public boolean isChoice(int place) {
      String name = each.tensors().get(place);
      return name.equals("condition") || name.equals("mask");
    }

    /** A scalar of the op's own inputs as one of the group's. */
    private Scalar substituted(
        Map<Value, Scalar> values, Scalar scalar, @Nullable Scalar y, @Nullable Scalar dy) {
      int count = tensors.size();
      return new Substitution(
              input -> {
                Scalar value =
                    input < count ? values.get(tensors.get(input)) : input == count ? y : dy;
                if (value == null) {
                  throw new IllegalStateException(node + " uses what the group has not");
                }
                return value;
              },
              numbers::get)
          .of(scalar);
    }
  }

  /**
   * An op that folds rows.
   *
   * @param dimension along which the rows lie
   * @param length how long they must be, and so each tensor that is not folded; null for any
   * @param schema its arguments
   * @param places for each of them the tensor, or null
   * @param numbers for each of them the number, or null
   */
  record OfRows(
      Node node,
      Rowwise rows,
      int dimension,
      @Nullable Long length,
      List<Argument> schema,
      List<@Nullable Value> places,
      List<@Nullable Scalar> numbers)
      implements GroupCall {
    @Override
    public List<Value> tensors() {
      return places.stream().filter(Objects::nonNull).toList();
    }

    /** What is folded. */
    Value folded() {
      return node.input(0);
    }

    @Override
    public boolean givesTruths() {
      return false;
    }

    @Override
    public Scalar body(Map<Value, Scalar> values) {
      return rows.body().of(arguments(values));
    }

    @Override
    public List<@Nullable Scalar> gradients(Map<Value, Scalar> values, Scalar y, Scalar dy) {
      List<Scalar> all = rows.gradient().of(arguments(values), y, dy);
      List<@Nullable Scalar> present = new ArrayList<>();
      int tensor = 0;
      for (int i = 0; i < places.size(); i++) {
        if (mayBeTensor(schema.get(i))) {
          if (places.get(i) != null) {
            present.add(all.get(tensor));
          }
          tensor++;
        }
      }
      return present;
    }

    @Override
    public boolean isChoice(int place) {
      return false;
    }

    private @Nullable Scalar[] arguments(Map<Value, Scalar> values) {
      @Nullable Scalar[] all = new Scalar[places.size()];
      for (int i = 0; i < all.length; i++) {
        Value place = places.get(i);
        all[i] = place == null ? numbers.get(i) : values.get(place);
      }
      return all;
    }
  }
}
