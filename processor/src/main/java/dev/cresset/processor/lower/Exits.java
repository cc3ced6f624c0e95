package dev.cresset.processor.lower;

import dev.cresset.processor.script.Statement;
import java.util.List;

/**
 * Whether statements leave the method: TorchScript's question before it makes returns into values.
 */
enum Exits {
  /** They run through to their end. */
  NEVER,
  /** They return on some ways through. */
  SOMETIMES,
  /** They return on every way through. */
  ALWAYS;

  /** The answer for statements in a row. */
  static Exits of(List<Statement> statements) {
    Exits sum = NEVER;
    for (Statement statement : statements) {
      Exits one = of(statement);
      if (one == ALWAYS) {
        return ALWAYS;
      }
      if (one == SOMETIMES) {
        sum = SOMETIMES;
      }
    }
    return sum;
  }

  private static Exits of(Statement statement) {
    if (statement instanceof Statement.Return) {
      return ALWAYS;
    }
    if (statement instanceof Statement.Nested nested) {
      return of(nested.body());
    }
    if (statement instanceof Statement.If branch) {
      Exits then = of(branch.then());
      Exits otherwise = of(branch.otherwise());
      return then == otherwise ? then : SOMETIMES;
    }
    if (statement instanceof Statement.For loop) {
      return of(loop.body()) == NEVER ? NEVER : SOMETIMES; // it may run no time at all
    }
    if (statement instanceof Statement.ForEach loop) {
      return of(loop.body()) == NEVER ? NEVER : SOMETIMES;
    }
    return NEVER;
  }
}
