package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Graph;
import dev.cresset.processor.script.ScriptMethod;

/** A method and its graph. */
public record LoweredMethod(ScriptMethod method, Graph graph) {}
