package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Value;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Binary;
import dev.cresset.processor.script.Expression.Literal;
import dev.cresset.processor.script.Expression.Variable;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@code for} that counts: its turns are known before the first. TorchScript's {@code range}.
 *
 * @param startsAtZero whether the counter begins with the literal 0
 * @param bound what the counter is compared with; it stays the same
 * @param beyond what to add to the bound to have the first value outside: 1 for {@code <=}
 * @param step what is added after each turn, not 0
 */
record Counted(String name, boolean startsAtZero, Expression bound, long beyond, long step) {

  /** The loop's count, or null if it must ask before each turn. */
  static @Nullable Counted of(Statement.For loop) {
    if (loop.start().size() != 1
        || loop.step().size() != 1
        || !(loop.start().get(0) instanceof Statement.Local counter)
        || counter.value() == null
        || !(loop.step().get(0) instanceof Statement.Assign assign)
        || !assign.name().equals(counter.name())
        || !(loop.condition() instanceof Binary test)
        || !reads(test.left(), counter.name())) {
      return null;
    }
    Set<String> assigned = Assignments.in(loop.body());
    Long step = step(assign.value(), counter.name());
    if (step == null || step == 0 || assigned.contains(counter.name())) {
      return null;
    }
    Set<String> turn = Assignments.inTurn(loop);
    if (!stays(test.right(), turn)) {
      return null;
    }
    boolean up = step > 0;
    Long beyond =
        switch (test.operator()) {
          case LESS -> up ? 0L : null;
          case LESS_EQUAL -> up ? 1L : null;
          case GREATER -> up ? null : 0L;
          case GREATER_EQUAL -> up ? null : -1L;
          default -> null;
        };
    boolean zero =
        counter.value() instanceof Literal start && Long.valueOf(0).equals(start.value());
    return beyond == null ? null : new Counted(counter.name(), zero, test.right(), beyond, step);
  }

  private static boolean reads(Expression expression, String name) {
    return expression instanceof Variable variable
        && variable.name().equals(name)
        && (variable.type() == ScriptType.Simple.INT || variable.type() == ScriptType.Simple.LONG);
  }

  private static @Nullable Long step(Expression value, String name) {
    if (value instanceof Binary sum
        && reads(sum.left(), name)
        && sum.right() instanceof Literal amount
        && amount.value() instanceof Long by) {
      return switch (sum.operator()) {
        case ADD -> by;
        case SUBTRACT -> -by;
        default -> null;
      };
    }
    return null;
  }

  /** Whether a bound is the same before each turn: numbers, and variables that no turn assigns. */
  private static boolean stays(Expression bound, Set<String> assigned) {
    if (bound instanceof Variable variable) {
      return !assigned.contains(variable.name());
    }
    if (bound instanceof Binary both) {
      return stays(both.left(), assigned) && stays(both.right(), assigned);
    }
    if (bound instanceof Expression.Field || bound instanceof Expression.Length) {
      return true; // fields of modules and lengths of lists do not change in scripted code
    }
    return bound instanceof Literal;
  }

  /** The first value outside, lowered. */
  Value end(ExpressionLowering expressions) {
    Value end = expressions.lower(bound, "");
    return beyond == 0 ? end : expressions.numbers().plus(end, beyond, bound.at());
  }
}
