package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Graph;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Says of a pass what it makes of what: {@code assertThat(PASS).turns("..").into("..")}. */
final class PassAssert extends AbstractAssert<PassAssert, Pass> {
  private PassAssert(Pass pass) {
    super(pass, PassAssert.class);
  }

  static PassAssert assertThat(Pass pass) {
    return new PassAssert(pass);
  }

  /** The graph before the pass. */
  Turned turns(String before) {
    return new Turned(Graph.parse(before));
  }

  /** The pass leaves this graph as it is. */
  void keeps(String graph) {
    turns(graph).into(graph);
  }

  /** A graph before the pass. */
  final class Turned {
    private final Graph before;

    private Turned(Graph before) {
      this.before = before;
    }

    /** The graph after it, names of values aside. */
    void into(String after) {
      Graph given = actual.apply(before);
      Assertions.assertThat(given.canonical())
          .as("%s of\n%s, as it names its values:\n%s", actual, before, given)
          .hasToString(Graph.parse(after).canonical().toString());
    }
  }
}
