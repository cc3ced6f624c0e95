package dev.cresset.processor.lower;

import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How statements may end: TorchScript's question before it makes returns and breaks into values.
 * Statements that always raise an exception neither run through nor go anywhere.
 *
 * @param falls whether they may run through to their end
 * @param targets where else they may go: {@link #RETURN}, the end of a statement, the next turn of
 *     a loop
 */
record Exits(boolean falls, Set<String> targets) {

  /** Out of the method. */
  static final String RETURN = "return";

  /** They run through to their end. */
  static final Exits NEVER = new Exits(true, Set.of());

  /** They raise an exception. */
  static final Exits RAISE = new Exits(false, Set.of());

  Exits {
    targets = new LinkedHashSet<>(targets);
  }

  /** They always go to {@code target}. */
  static Exits to(String target) {
    return new Exits(false, Set.of(target));
  }

  /** Behind the statement of this label. */
  static String behind(String label) {
    return "break " + label;
  }

  /** To the next turn of the loop of this label. */
  static String again(String label) {
    return "continue " + label;
  }

  /** The variable that tells whether statements have gone to {@code target}. */
  static String flag(String target) {
    return target + "?";
  }

  /** Where {@code leave} goes. */
  static String target(Statement.Leave leave) {
    return leave.again() ? again(leave.label()) : behind(leave.label());
  }

  /** Whether only a flag can tell how they ended. */
  boolean areMixed() {
    return targets.size() + (falls ? 1 : 0) > 1;
  }

  /** Whether they always go elsewhere. */
  boolean always() {
    return !falls && !targets.isEmpty();
  }

  /** What is true of either these or those. */
  Exits or(Exits other) {
    Set<String> both = new LinkedHashSet<>(targets);
    both.addAll(other.targets);
    return new Exits(falls || other.falls, both);
  }

  /** These with {@code next} behind them. */
  Exits then(Exits next) {
    if (!falls) {
      return this;
    }
    return new Exits(false, targets).or(next);
  }

  /** These, where {@code target} is their own end. */
  Exits within(String target) {
    Set<String> others = new LinkedHashSet<>(targets);
    boolean meets = others.remove(target);
    return new Exits(falls || meets, others);
  }

  /** The answer for statements in a row. */
  static Exits of(List<Statement> statements) {
    Exits sum = NEVER;
    for (Statement statement : statements) {
      sum = sum.then(of(statement));
    }
    return sum;
  }

  private static Exits of(Statement statement) {
    if (statement instanceof Statement.Return) {
      return to(RETURN);
    } else if (statement instanceof Statement.Leave leave) {
      return to(target(leave));
    } else if (statement instanceof Statement.Throw) {
      return RAISE;
    } else if (statement instanceof Statement.Nested nested) {
      return of(nested.body());
    } else if (statement instanceof Statement.Labeled labeled) {
      return of(labeled.body()).within(behind(labeled.label()));
    } else if (statement instanceof Statement.If branch) {
      return of(branch.then()).or(of(branch.otherwise()));
    } else if (statement instanceof Statement.For loop) {
      return NEVER.or(ofTurn(loop.label(), loop.body())).ofLoop(loop.label(), loop.condition());
    } else if (statement instanceof Statement.Do loop) {
      return ofTurn(loop.label(), loop.body()).ofLoop(loop.label(), loop.condition());
    } else if (statement instanceof Statement.ForEach loop) {
      return NEVER.or(ofTurn(loop.label(), loop.body())).within(behind(loop.label()));
    }
    return NEVER;
  }

  /** The answer for one turn of a loop, up to its step. */
  static Exits ofTurn(String label, List<Statement> body) {
    return of(body).within(again(label));
  }

  /** The answer for a loop of which this is the answer for its turns. */
  Exits ofLoop(String label, Expression condition) {
    return new Exits(falls && !isTrue(condition), targets).within(behind(label));
  }

  /** Whether a loop of this condition is left only from inside, as Java has it. */
  static boolean isTrue(Expression condition) {
    return condition instanceof Expression.Literal literal && Boolean.TRUE.equals(literal.value());
  }
}
