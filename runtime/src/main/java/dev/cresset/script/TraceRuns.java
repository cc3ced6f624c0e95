package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.tensor.eager.Elementwise;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Runs of the same Java, of which each made the same steps. */
final class TraceRuns {

  /** What one run did. */
  record Run(List<IValue> inputs, List<TraceStep> steps, Object result) {}

  private final List<Run> runs;

  /**
   * These runs.
   *
   * @throws TraceException if one did something else than the others
   */
  TraceRuns(List<Run> runs) {
    this.runs = runs;
    for (Run run : runs) {
      check(first(), run);
    }
  }

  private static void check(Run one, Run other) {
    int common = Math.min(one.steps.size(), other.steps.size());
    for (int i = 0; i < common; i++) {
      TraceStep step = one.steps.get(i);
      TraceStep its = other.steps.get(i);
      if (!step.kind().equals(its.kind())) {
        throw new TraceException(
            "the runs part: one does %s at %s, another does %s at %s"
                .formatted(step.kind().text(), step.where(), its.kind().text(), its.where()));
      }
    }
    if (one.steps.size() != other.steps.size()) {
      List<TraceStep> more = (one.steps.size() > common ? one : other).steps;
      TraceStep next = more.get(common);
      throw new TraceException(
          "the runs part: one goes on with %s at %s, another has ended"
              .formatted(next.kind().text(), next.where()));
    }
  }

  Run first() {
    return runs.get(0);
  }

  List<Object> each(Function<Run, Object> what) {
    return runs.stream().map(what).toList();
  }

  List<Object> results() {
    return each(Run::result);
  }

  /** One step in all runs. */
  List<TraceStep> steps(int index) {
    return runs.stream().map(run -> run.steps.get(index)).toList();
  }

  /** Whether modules or tensors are used that were there before. */
  boolean needsModule() {
    return holds(first().result)
        || first().steps.stream()
            .anyMatch(
                step ->
                    step.kind() instanceof TraceStep.Called
                        || step.arguments().stream().anyMatch(TraceRuns::holds));
  }

  private static boolean holds(Object tree) {
    return tree instanceof Origin.Held
        || tree instanceof List<?> list && list.stream().anyMatch(TraceRuns::holds)
        || tree instanceof TupleConstant tuple
            && tuple.elements().stream().anyMatch(TraceRuns::holds);
  }

  /** Whether two tensors have the same dtype, sizes and elements. */
  static boolean equal(Tensor one, Tensor other) {
    return one.dtype() == other.dtype()
        && Arrays.equals(one.sizes(), other.sizes())
        && Elementwise.allclose(one, other, 0, 0, true);
  }
}
