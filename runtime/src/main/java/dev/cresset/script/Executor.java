package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.backend.Storage;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.plan.Instruction;
import dev.cresset.ir.plan.Program;
import dev.cresset.nn.NnModule;
import dev.cresset.tensor.Memory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a graph: flat steps over slots, each of which calls the op's eager code. What it runs on are
 * tensors, so gradients are recorded where they are asked for. Made once, it may be run by many
 * threads at a time.
 */
public final class Executor {
  private final Program program;
  private final Object[] begin;
  private final @Nullable Operation[] operations;
  private final int[] inputs;
  private final int[] outputs;
  private final Set<Storage> kept = Collections.newSetFromMap(new IdentityHashMap<>());

  private Executor(Graph graph) {
    program = Program.of(graph);
    begin = new Object[program.slots()];
    Operations all = new Operations();
    program.constants().forEach((slot, value) -> begin[slot] = Operations.constant(value));
    operations = new Operation[program.instructions().size()];
    for (int at = 0; at < operations.length; at++) {
      if (program.instructions().get(at) instanceof Instruction.Apply apply) {
        operations[at] = all.of(apply);
        apply.node().attributes().values().forEach(this::keep);
      }
    }
    inputs = array(program.inputs());
    outputs = array(program.outputs());
    for (Object value : begin) {
      keep(value);
    }
  }

  private void keep(Object value) {
    if (value instanceof Tensor tensor) {
      kept.add(tensor.strided().storage());
    } else if (value instanceof TupleConstant tuple) {
      tuple.elements().forEach(this::keep);
    } else if (value instanceof List<?> list) {
      list.forEach(this::keep);
    }
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * What runs a graph.
   *
   * @throws UnsupportedOperationException if it holds a node that is no op of ours
   */
  public static Executor of(Graph graph) {
    return new Executor(graph);
  }

  /**
   * What the graph gives for these.
   *
   * @throws ScriptException if the program ends itself
   */
  public List<IValue> run(List<IValue> values) {
    List<IValue> results = new ArrayList<>();
    for (Object result : compute(Values.all(values))) {
      results.add(Values.boxed(result));
    }
    return results;
  }

  /** What the graph, whose first input is the module itself, gives for these. */
  public List<IValue> run(NnModule self, List<IValue> values) {
    List<Object> in = new ArrayList<>();
    in.add(self);
    in.addAll(Values.all(values));
    List<IValue> results = new ArrayList<>();
    for (Object result : compute(in)) {
      results.add(Values.boxed(result));
    }
    return results;
  }

  /** As {@link #run}, of plain values. */
  List<Object> compute(List<Object> values) {
    if (values.size() != inputs.length) {
      throw new IllegalArgumentException(
          "the graph takes %d values, but was given %d".formatted(inputs.length, values.size()));
    }
    Object[] slots = begin.clone();
    for (int i = 0; i < inputs.length; i++) {
      slots[inputs[i]] = values.get(i);
    }
    steps(slots);
    List<Object> results = new ArrayList<>(outputs.length);
    for (int output : outputs) {
      results.add(own(slots[output]));
    }
    return results;
  }

  /** A result that shows a constant's memory is copied, so that nobody can write to a constant. */
  private Object own(Object result) {
    if (kept.isEmpty()) {
      return result;
    } else if (result instanceof Tensor tensor && kept.contains(tensor.strided().storage())) {
      return Memory.copy(tensor, tensor.dtype(), tensor.device());
    } else if (result instanceof TupleConstant tuple) {
      return new TupleConstant(tuple.elements().stream().map(this::own).toList());
    } else if (result instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(each -> all.add(own(each)));
      return all;
    } else if (result instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, held) -> all.put(key, own(held)));
      return all;
    }
    return result;
  }

  private void steps(Object[] slots) {
    List<Instruction> instructions = program.instructions();
    List<List<Integer>> dead = program.dead();
    int at = 0;
    while (at < operations.length) {
      for (int slot : dead.get(at)) {
        slots[slot] = null;
      }
      Operation operation = operations[at];
      if (operation == null) {
        at = control(instructions.get(at), slots, at);
        continue;
      }
      try {
        operation.run(slots);
      } catch (RuntimeException failed) {
        throw located(failed, (Instruction.Apply) instructions.get(at));
      }
      at++;
    }
  }

  private static int control(Instruction instruction, Object[] slots, int at) {
    if (instruction instanceof Instruction.Move move) {
      move(move, slots);
      return at + 1;
    } else if (instruction instanceof Instruction.JumpUnless jump) {
      return (Boolean) slots[jump.condition()] ? at + 1 : jump.target();
    } else if (instruction instanceof Instruction.JumpUnlessTurn test) {
      boolean again =
          (Boolean) slots[test.condition()]
              && (Long) slots[test.turn()] < (Long) slots[test.limit()];
      return again ? at + 1 : test.target();
    } else if (instruction instanceof Instruction.NextTurn next) {
      slots[next.turn()] = (Long) slots[next.turn()] + 1;
      return next.target();
    }
    return ((Instruction.Jump) instruction).target();
  }

  private static void move(Instruction.Move move, Object[] slots) {
    int count = move.from().size();
    if (count == 1) {
      slots[move.to().get(0)] = slots[move.from().get(0)];
      return;
    }
    Object[] read = new Object[count];
    for (int i = 0; i < count; i++) {
      read[i] = slots[move.from().get(i)];
    }
    for (int i = 0; i < count; i++) {
      slots[move.to().get(i)] = read[i];
    }
  }

  /** The failure, with the user's line on top of its stack trace. */
  private static RuntimeException located(RuntimeException failed, Instruction.Apply step) {
    Position position = step.node().position();
    if (position == null) {
      return failed;
    }
    StackTraceElement[] trace = failed.getStackTrace();
    StackTraceElement[] longer = new StackTraceElement[trace.length + 1];
    longer[0] =
        new StackTraceElement("graph", step.node().kind(), position.file(), position.line());
    System.arraycopy(trace, 0, longer, 1, trace.length);
    failed.setStackTrace(longer);
    return failed;
  }
}
