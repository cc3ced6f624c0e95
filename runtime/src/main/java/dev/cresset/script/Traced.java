package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What {@link Trace} makes of Java: a module of one graph. Its tensors are those that the Java
 * uses, so it trains with it and has its state dict.
 */
public final class Traced extends GraphModule {
  private final Tracing tracing;
  private final TraceRuns.Run run;
  private final List<List<Value>> tensors;

  /**
   * What was traced.
   *
   * @param run the run that the graph is of
   * @param tensors for each of its steps the tensors that it gives, in the graph
   */
  Traced(
      String typeName,
      Graph forward,
      Tracing tracing,
      TraceRuns.Run run,
      List<List<Value>> tensors) {
    super(typeName, Map.of("forward", forward));
    this.tracing = tracing;
    this.run = run;
    this.tensors = tensors;
  }

  /**
   * Runs the Java and the graph on further inputs and compares what each step gives, to five
   * digits. Modules and the random generator are afterwards as before. As {@code check_trace} of
   * {@code torch.jit.trace}.
   *
   * @throws TraceException if they differ; the message tells the first step that does
   */
  public void check(Tensor... inputs) {
    check(Arrays.stream(inputs).map(IValue::from).toList());
  }

  /** Compares the Java and the graph on inputs of any type; see {@link #check(Tensor...)}. */
  public void check(List<IValue> inputs) {
    new TraceCheck(this, tracing, run, tensors).check(inputs);
  }
}
