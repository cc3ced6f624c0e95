package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Graph;
import java.util.ArrayList;
import java.util.List;

/** Passes in order, each with why it stands where it does. */
public final class Pipeline {

  /**
   * One pass at its place.
   *
   * @param why why here
   */
  public record Step(Pass pass, String why) {}

  /** What makes a graph simpler and leaves it made of ops; bodies were put in, if any are. */
  public static final Pipeline SIMPLE =
      new Pipeline(List.of())
          .then(LowerTuples.PASS, "first, as the others see through values but not through tuples")
          .then(PropagateConstants.PASS, "a branch that is never taken need not be looked at again")
          .then(SimplifyArithmetic.PASS, "once numbers are known, as its laws speak of constants")
          .then(HoistInvariants.PASS, "before equal ones are merged, as some then stand together")
          .then(
              MergeCommonSubexpressions.PASS,
              "once each value is computed in one way, so that equal ones look equal")
          .then(EliminateDeadCode.PASS, "after all that leaves something unused");

  /** What is done to every graph before it is planned. */
  public static final Pipeline STANDARD =
      SIMPLE
          .then(Decompose.PASS, "once what decides about parts is constant, and before these fuse")
          .then(FuseElementwise.PASS, "last, when all that could make groups smaller has run")
          .then(EliminateDeadCode.PASS, "once more, as constants now stand inside of the groups");

  private final List<Step> steps;

  private Pipeline(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** A pipeline of one pass. */
  public static Pipeline of(Pass pass, String why) {
    return new Pipeline(List.of()).then(pass, why);
  }

  /** What {@link #STANDARD} does, once the bodies of calls were put in their place. */
  public static Pipeline with(Inline.Bodies bodies) {
    List<Step> all = new ArrayList<>();
    all.add(new Step(Inline.with(bodies), "before all, as a body and what is around it are one"));
    all.addAll(STANDARD.steps);
    return new Pipeline(all);
  }

  /** This pipeline and another pass after it. */
  public Pipeline then(Pass pass, String why) {
    List<Step> all = new ArrayList<>(steps);
    all.add(new Step(pass, why));
    return new Pipeline(all);
  }

  /** The passes in order. */
  public List<Step> steps() {
    return steps;
  }

  /** The graph after all of them. */
  public Graph apply(Graph graph) {
    Graph now = graph;
    for (Step step : steps) {
      now = step.pass().apply(now);
    }
    return now;
  }
}
