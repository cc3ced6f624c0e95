package dev.cresset.ir.plan;

import dev.cresset.ir.plan.Step.Array;
import dev.cresset.ir.scalar.Primitive;
import dev.cresset.ir.scalar.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what steps a group of scalars is computed over arrays: loops of arithmetic, which the virtual
 * machine vectorises, and between them calls of the runtime for functions that it does not.
 *
 * @param inputs how many arrays are read
 * @param parameters how many numbers are taken
 * @param cells all that is computed, operands first
 * @param outputs the results' cells
 * @param steps in order
 * @param temps how many arrays of its own it needs
 */
public record KernelPlan(
    int inputs, int parameters, List<Cell> cells, List<Cell> outputs, List<Step> steps, int temps) {

  /** What the runtime computes over whole arrays; all else is arithmetic in a loop. */
  static final Set<Primitive> BLOCKS =
      Collections.unmodifiableSet(
          EnumSet.of(
              Primitive.EXP,
              Primitive.EXPM1,
              Primitive.LOG,
              Primitive.LOG1P,
              Primitive.LOG2,
              Primitive.LOG10,
              Primitive.SIN,
              Primitive.COS,
              Primitive.TAN,
              Primitive.ASIN,
              Primitive.ACOS,
              Primitive.ATAN,
              Primitive.SINH,
              Primitive.COSH,
              Primitive.TANH,
              Primitive.SIGMOID,
              Primitive.ERF,
              Primitive.ERFC,
              Primitive.FLOOR,
              Primitive.CEIL,
              Primitive.TRUNC,
              Primitive.ROUND,
              Primitive.SIGN,
              Primitive.POW,
              Primitive.ATAN2,
              Primitive.HYPOT,
              Primitive.FLOOR_DIV,
              Primitive.FMOD,
              Primitive.REMAINDER));

  /** A plan of these. */
  public KernelPlan {
    cells = List.copyOf(cells);
    outputs = List.copyOf(outputs);
    steps = List.copyOf(steps);
  }

  /**
   * The plan of a group.
   *
   * @param inputs how many arrays its {@link Scalar.Input}s are of
   * @param parameters how many numbers its {@link Scalar.Parameter}s are
   * @param outputs its results; they may share parts
   */
  public static KernelPlan of(int inputs, int parameters, List<Scalar> outputs) {
    Cells cells = new Cells();
    List<Cell> results = new ArrayList<>();
    outputs.forEach(output -> results.add(cells.of(output)));
    Schedule schedule = new Schedule(cells.all(), results);
    List<Step> steps = schedule.steps();
    return new KernelPlan(inputs, parameters, cells.all(), results, steps, schedule.temps());
  }

  /** Whether it has blocks, and so runs tile by tile. */
  public boolean blocked() {
    return cells.stream().anyMatch(Cell::isBlock);
  }

  /** Whether it has folds, and so runs row by row. */
  public boolean rowwise() {
    return cells.stream().anyMatch(Cell::ofRow);
  }

  /** Whether all of it has a meaning in whole numbers. */
  public boolean takesWholes() {
    return cells.stream()
        .allMatch(
            cell -> {
              Primitive function = cell.function();
              return function == null
                  ? !cell.ofRow()
                      && (!(cell.scalar() instanceof Scalar.Constant number) || number.isWhole())
                  : function.takesWholes();
            });
  }

  /** Whether all of it has a meaning in reals. */
  public boolean takesReals() {
    return cells.stream()
        .map(Cell::function)
        .allMatch(function -> function == null || function.takesReals());
  }

  /**
   * Where a cell lies as step number {@code step} reads it: an input, or what an earlier step
   * stored; null if it is computed there.
   */
  public @Nullable Array home(Cell cell, int step) {
    if (cell.scalar() instanceof Scalar.Input input) {
      return new Array(Array.Kind.INPUT, input.index());
    }
    Array array = null;
    for (Step before : steps.subList(0, step)) {
      if (before instanceof Step.Block block && block.cell().equals(cell)) {
        array = block.array();
      } else if (before instanceof Step.Loop loop) {
        for (Step.Store store : loop.stores()) {
          array = store.cell().equals(cell) ? store.array() : array;
        }
      }
    }
    return array;
  }

  /** Whether a block takes an operand as one number, not as an array. */
  public static boolean isPlainNumber(Cell block, int operand) {
    return Schedule.isPlainNumber(block, operand);
  }
}
