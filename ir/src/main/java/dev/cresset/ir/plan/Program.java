package dev.cresset.ir.plan;

import dev.cresset.ir.graph.Graph;
import java.util.List;
import java.util.Map;

/**
 * A graph as flat steps over numbered slots: blocks became jumps, each value has its slot. What an
 * executor runs.
 *
 * @param slots how many slots there are
 * @param constants what stands in slots before the first step: values of constants
 * @param inputs the slots of the graph's inputs
 * @param outputs the slots of its results
 * @param instructions the steps, in order
 * @param dead for each step, and for the end, the slots that nothing reads from there on
 */
public record Program(
    int slots,
    Map<Integer, Object> constants,
    List<Integer> inputs,
    List<Integer> outputs,
    List<Instruction> instructions,
    List<List<Integer>> dead) {

  /** A program of these. */
  public Program {
    constants = Map.copyOf(constants);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    instructions = List.copyOf(instructions);
    dead = List.copyOf(dead);
  }

  /** The steps of a graph. */
  public static Program of(Graph graph) {
    return new Flattening().program(graph);
  }
}
