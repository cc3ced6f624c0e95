package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Value;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.ScriptMethod;
import java.util.Map;

/**
 * A method and its graph.
 *
 * @param places where nodes come from, by the first value that each gives
 */
public record LoweredMethod(ScriptMethod method, Graph graph, Map<Value, At> places) {}
