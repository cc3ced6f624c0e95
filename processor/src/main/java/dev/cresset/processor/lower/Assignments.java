package dev.cresset.processor.lower;

import dev.cresset.processor.script.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which variables statements assign: what a loop carries around, and what branches must agree on.
 */
final class Assignments {

  private Assignments() {}

  /** The names in the order of their first assignment; those declared inside are left out. */
  static Set<String> in(List<Statement> statements) {
    Set<String> assigned = new LinkedHashSet<>();
    collect(statements, assigned);
    return assigned;
  }

  private static void collect(List<Statement> statements, Set<String> assigned) {
    Set<String> declared = new LinkedHashSet<>();
    Set<String> here = new LinkedHashSet<>();
    for (Statement statement : statements) {
      if (statement instanceof Statement.Local local) {
        declared.add(local.name());
      } else if (statement instanceof Statement.Assign assign) {
        here.add(assign.name());
      } else if (statement instanceof Statement.Nested nested) {
        collect(nested.body(), here);
      } else if (statement instanceof Statement.If branch) {
        collect(branch.then(), here);
        collect(branch.otherwise(), here);
      } else if (statement instanceof Statement.ForEach loop) {
        collect(loop.body(), here);
      } else if (statement instanceof Statement.Labeled labeled) {
        collect(labeled.body(), here);
      } else if (statement instanceof Statement.Do loop) {
        collect(loop.body(), here);
      } else if (statement instanceof Statement.For loop) {
        here.addAll(in(loop));
      }
    }
    here.removeAll(declared);
    assigned.addAll(here);
  }

  /**
   * The names that one turn of the loop assigns, its counter included if the header declares it.
   */
  static Set<String> inTurn(Statement.For loop) {
    Set<String> assigned = new LinkedHashSet<>(in(loop.body()));
    collect(loop.step(), assigned);
    return assigned;
  }

  private static Set<String> in(Statement.For loop) {
    Set<String> assigned = new LinkedHashSet<>();
    collect(loop.start(), assigned);
    assigned.addAll(inTurn(loop));
    for (Statement statement : loop.start()) {
      if (statement instanceof Statement.Local local) {
        assigned.remove(local.name());
      }
    }
    return assigned;
  }
}
