package dev.cresset.ir.plan;

import dev.cresset.ir.scalar.Primitive;
import dev.cresset.ir.scalar.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number that a kernel computes; equal ones are one cell.
 *
 * @param id its place in the order of computing
 * @param scalar what it is; of a call, the function counts and the operands are those given here
 * @param operands the cells it is computed from
 * @param uniform whether it is the same for all elements
 * @param ofRow whether it is the same for all elements of a row, and no more
 */
public record Cell(int id, Scalar scalar, List<Cell> operands, boolean uniform, boolean ofRow) {
  /** A cell of these. */
  public Cell {
    operands = List.copyOf(operands);
  }

  /** Its function; null of what is given. */
  public @Nullable Primitive function() {
    return scalar instanceof Scalar.Call call ? call.function() : null;
  }

  /** Whether it is an element of an input. */
  public boolean isInput() {
    return scalar instanceof Scalar.Input;
  }

  /** Whether it is computed by a call of the runtime on whole arrays. */
  public boolean isBlock() {
    Primitive function = function();
    return function != null && !isSame() && KernelPlan.BLOCKS.contains(function);
  }

  /** What makes one number of a row's elements; null of what is no fold. */
  public Scalar.@Nullable Fold fold() {
    return scalar instanceof Scalar.Row row ? row.fold() : null;
  }

  /** Whether it takes a step of its own: a block, or a fold. */
  public boolean isStep() {
    return isBlock() || fold() != null;
  }

  /** Whether it is one number for all that a kernel computes at a time. */
  public boolean isSame() {
    return uniform || ofRow;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cell cell && cell.id == id;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return "v" + id;
  }
}
