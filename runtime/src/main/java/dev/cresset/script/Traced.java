package dev.cresset.script;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Value;
import java.util.List;
import java.util.Map;

/**
 * What {@link Trace} makes of Java: a module of one graph. Its tensors are those that the Java
 * uses, so it trains with it and has its state dict.
 */
public final class Traced extends GraphModule {
  private final Tracing tracing;
  private final List<TraceStep> steps;
  private final List<List<Value>> tensors;

  Traced(
      String typeName,
      Graph forward,
      Tracing tracing,
      List<TraceStep> steps,
      List<List<Value>> tensors) {
    super(typeName, Map.of("forward", forward));
    this.tracing = tracing;
    this.steps = List.copyOf(steps);
    this.tensors = tensors;
  }
}
