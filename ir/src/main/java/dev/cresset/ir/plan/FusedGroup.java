package dev.cresset.ir.plan;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.scalar.Substitution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The body of a fused group as functions of one element, and of folds of its row, for tensors of
 * single precision: its results, and the gradients of its tensors.
 *
 * @param graph the body
 * @param tensors its inputs that are tensors: input i of a result is an element of number i
 * @param conditions for each of them whether it only chooses, and so may be a truth, too
 * @param numbers its inputs that are numbers: the parameters
 * @param results a scalar for each output
 * @param truths for each output whether it is a truth
 * @param reaches for each output the tensors that it is computed from, by number
 * @param rows what it asks of rows; empty if it takes each element by itself
 * @param gradients by each tensor, null where there is none; beyond the tensors' elements, there
 *     are inputs for those of the results, and then for those of the results' gradients
 */
public record FusedGroup(
    Graph graph,
    List<Value> tensors,
    List<Boolean> conditions,
    List<Value> numbers,
    List<Scalar> results,
    List<Boolean> truths,
    List<List<Integer>> reaches,
    List<Rows> rows,
    List<@Nullable Scalar> gradients) {

  /**
   * What must hold of tensors that a group computes row by row, of one op's argument or of a
   * result.
   *
   * @param dimension along which the rows lie, which must be the last; negative from the end
   * @param length how long they must be; {@link #ANY}
   * @param tensors what it is computed from, by number: of those is its number of dimensions
   * @param lengths those of them whose elements it has, and not only a fold: one must have rows as
   *     long as the group's
   */
  public record Rows(int dimension, long length, List<Integer> tensors, List<Integer> lengths) {
    /** Any length. */
    public static final long ANY = -1;

    /** Rows of these. */
    public Rows {
      tensors = List.copyOf(tensors);
      lengths = List.copyOf(lengths);
    }
  }

  /** A group of these. */
  public FusedGroup {
    tensors = List.copyOf(tensors);
    conditions = List.copyOf(conditions);
    numbers = List.copyOf(numbers);
    results = List.copyOf(results);
    truths = List.copyOf(truths);
    reaches = List.copyOf(reaches);
    rows = List.copyOf(rows);
    gradients = Collections.unmodifiableList(new ArrayList<>(gradients));
  }

  /**
   * The group of this body; null if it is none: something in it takes more than an element or a
   * row, would have another dtype than single precision or truth, or is one number for a row where
   * elements are asked for.
   */
  public static @Nullable FusedGroup of(Graph body) {
    return GroupReader.read(body);
  }

  /** Whether there is a group of this body. */
  static boolean isOne(Graph body) {
    return GroupReader.reads(body);
  }

  /** The kernel that computes the results. */
  public KernelPlan forward() {
    return KernelPlan.of(tensors.size(), numbers.size(), results);
  }

  /** Which inputs of the gradients are used, by number, in order. */
  public List<Integer> uses() {
    SortedSet<Integer> uses = new TreeSet<>();
    for (Scalar gradient : gradients) {
      if (gradient != null) {
        gather(gradient, uses, Collections.newSetFromMap(new IdentityHashMap<>()));
      }
    }
    return List.copyOf(uses);
  }

  private static void gather(Scalar scalar, SortedSet<Integer> uses, Set<Scalar> seen) {
    if (!seen.add(scalar)) {
      return;
    }
    if (scalar instanceof Scalar.Input input) {
      uses.add(input.index());
    } else if (scalar instanceof Scalar.Call call) {
      call.arguments().forEach(argument -> gather(argument, uses, seen));
    } else if (scalar instanceof Scalar.Row row) {
      gather(row.each(), uses, seen);
    }
  }

  /** The tensors that have gradients, by number, in the order of the backward kernel's results. */
  public List<Integer> differentiated() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      if (gradients.get(i) != null) {
        all.add(i);
      }
    }
    return all;
  }

  /**
   * The kernel that computes the gradients of {@link #differentiated} from {@link #uses}; null if
   * there are none.
   */
  public @Nullable KernelPlan backward() {
    List<Integer> uses = uses();
    Substitution compact =
        new Substitution(input -> Scalar.input(uses.indexOf(input)), Scalar::parameter);
    List<Scalar> outputs = new ArrayList<>();
    for (Scalar gradient : gradients) {
      if (gradient != null) {
        outputs.add(compact.of(gradient));
      }
    }
    return outputs.isEmpty() ? null : KernelPlan.of(uses.size(), numbers.size(), outputs);
  }
}
