package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Makes a graph of what Java did in one run, or in several whose steps are the same. */
final class TraceWriter {
  private static final List<String> NAMES = List.of("x", "y", "z", "u", "v", "w");

  private final TraceRuns runs;
  private final TraceModules modules;
  private final GraphBuilder builder = new GraphBuilder();
  private final TraceValues values;
  private final TraceNumbers numbers;
  private final TraceArguments arguments;

  /** For each step the values that it gave, tensors alone, for those who compare them. */
  private final List<List<Value>> tensors = new ArrayList<>();

  TraceWriter(TraceRuns runs, TraceModules modules) {
    this.runs = runs;
    this.modules = modules;
    boolean writes = runs.first().steps().stream().anyMatch(TraceWriter::writes);
    this.values = new TraceValues(builder, modules, writes);
    this.numbers = new TraceNumbers(values);
    this.arguments = new TraceArguments(values, numbers);
  }

  private static boolean writes(TraceStep step) {
    if (step.kind() instanceof TraceStep.Applied applied) {
      return OpTable.get(applied.op()).schema().writes();
    }
    Graph graph =
        step.kind() instanceof TraceStep.Called called
            ? called.graph()
            : step.kind() instanceof TraceStep.Function function ? function.graph() : null;
    return graph != null
        && graph.allNodes().stream()
            .map(OpTable::of)
            .anyMatch(op -> op != null && op.schema().writes());
  }

  /** For each step its tensors in the graph. */
  List<List<Value>> tensors() {
    return tensors;
  }

  /** The graph; its first input is the traced module if it needs one. */
  Graph write(String typeName, List<String> names) {
    if (runs.needsModule()) {
      values.addModule(typeName);
    }
    inputs(names);
    for (int i = 0; i < runs.first().steps().size(); i++) {
      step(i);
    }
    Value output = arguments.of(runs.results(), null, "the result");
    return builder.graph(output);
  }

  private void inputs(List<String> names) {
    List<IValue> given = runs.first().inputs();
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String name =
          i < names.size() ? names.get(i) : i < NAMES.size() ? NAMES.get(i) : "x" + (i + 1);
      inputs.add(builder.input(name, TraceValues.typeOf(Values.of(given.get(i)))));
    }
    for (int i = 0; i < given.size(); i++) {
      int at = i;
      List<Object> all = runs.each(run -> Values.of(run.inputs().get(at)));
      values.give(inputKey(i), inputs.get(i), all);
      numbers.all(inputKey(i), all, "input " + names(names, i), null, true);
    }
  }

  private static StepPart inputKey(int i) {
    return StepPart.of(-1).part(i);
  }

  private static String names(List<String> names, int i) {
    return i < names.size() ? "'" + names.get(i) + "'" : String.valueOf(i);
  }

  // ---- steps

  private void step(int index) {
    List<TraceStep> all = runs.steps(index);
    TraceStep step = all.get(0);
    builder.at(step.position());
    int before = tensors.size();
    if (step.kind() instanceof TraceStep.Applied applied) {
      applied(index, all, OpTable.get(applied.op()));
    } else if (step.kind() instanceof TraceStep.Called called) {
      called(index, all, called);
    } else if (step.kind() instanceof TraceStep.Function function) {
      function(index, all, function);
    } else if (step.kind() instanceof TraceStep.Read) {
      read(all, step);
    }
    if (tensors.size() == before) {
      tensors.add(List.of());
    }
  }

  private List<Object> argument(List<TraceStep> all, int index) {
    return all.stream().map(step -> step.arguments().get(index)).toList();
  }

  private List<Object> results(List<TraceStep> all) {
    return all.stream().map(TraceStep::result).toList();
  }

  private void applied(int index, List<TraceStep> all, Op op) {
    TraceStep step = all.get(0);
    if (op.name().equals("aten::size") || op.name().equals("aten::stride")) {
      eachDimension(index, all, op);
      return;
    }
    List<Value> in = new ArrayList<>();
    for (int i = 0; i < op.schema().arguments().size(); i++) {
      in.add(arguments.of(argument(all, i), op.schema().arguments().get(i).type(), step.where()));
    }
    if (TraceRecorder.FACTS.contains(op.name())) {
      Value fact = numbers.fact(op, in);
      asked(StepPart.of(index), fact, all, isFixed(step));
      return;
    }
    List<Type> types = op.schema().returns().stream().map(Argument::type).toList();
    List<Value> out =
        builder.node(op.schema().name()).overload(op.schema().overload()).inputs(in).outputs(types);
    if (out.isEmpty()) {
      return;
    }
    StepPart key = StepPart.of(index);
    if (types.size() == 1) {
      values.give(key, out.get(0), results(all));
    } else {
      values.several(key, results(all));
      for (int i = 0; i < out.size(); i++) {
        int at = i;
        values.give(
            StepPart.of(index).part(i),
            out.get(i),
            results(all).stream().map(each -> TraceValues.elements(each).get(at)).toList());
      }
    }
    given(key, step);
    numbers.all(key, results(all), text(step), step, false);
  }

  /** Notes the tensors of a step, and switches their gradients off where Java had. */
  private void given(StepPart key, TraceStep step) {
    List<StepPart> all = new ArrayList<>();
    gather(key, step.result(), all);
    List<Value> made = new ArrayList<>();
    for (StepPart each : all) {
      Value value = values.value(each);
      if (step.detached()) {
        value = builder.node("aten::detach").inputs(value).output(Type.TENSOR);
        values.exchange(each, value);
      }
      made.add(value);
    }
    tensors.add(made);
  }

  private static void gather(StepPart key, Object tree, List<StepPart> all) {
    if (tree instanceof Origin.Result) {
      all.add(key);
    } else if (tree instanceof TupleConstant || tree instanceof List<?>) {
      for (int i = 0; i < TraceValues.elements(tree).size(); i++) {
        gather(key.part(i), TraceValues.elements(tree).get(i), all);
      }
    }
  }

  private void called(int index, List<TraceStep> all, TraceStep.Called called) {
    TraceStep step = all.get(0);
    List<Value> in = new ArrayList<>(List.of(values.module(called.module())));
    for (int i = 0; i < step.arguments().size(); i++) {
      Type type = called.graph().inputs().get(i + 1).type();
      in.add(arguments.of(argument(all, i), type, step.where()));
    }
    Value out =
        builder
            .node(Kinds.CALL_METHOD)
            .inputs(in)
            .attribute("name", modules.method(called.module(), called.graph()))
            .output(called.graph().outputs().get(0).type());
    StepPart key = StepPart.of(index);
    values.give(key, out, results(all));
    given(key, step);
    numbers.all(key, results(all), text(step), step, false);
  }

  private void function(int index, List<TraceStep> all, TraceStep.Function function) {
    TraceStep step = all.get(0);
    List<Value> in = new ArrayList<>();
    for (int i = 0; i < step.arguments().size(); i++) {
      in.add(arguments.of(argument(all, i), function.graph().inputs().get(i).type(), step.where()));
    }
    StepPart key = StepPart.of(index);
    values.give(key, builder.inline(function.graph(), in).get(0), results(all));
    given(key, step);
  }

  // ---- what Java asked

  private boolean isFixed(TraceStep step) {
    return step.arguments().get(0) instanceof Origin origin
        && (origin instanceof Origin.Held || origin instanceof Origin.Made);
  }

  private void eachDimension(int index, List<TraceStep> all, Op op) {
    TraceStep step = all.get(0);
    Value tensor = arguments.of(argument(all, 0), Type.TENSOR, step.where());
    Op one = OpTable.get(op.name() + ".int");
    int rank = TraceValues.elements(step.result()).size();
    if (all.stream().anyMatch(each -> TraceValues.elements(each.result()).size() != rank)) {
      throw new TraceException(step.where() + ": a tensor has not as many sizes in all runs");
    }
    if (!isFixed(step)) {
      Value dim = numbers.fact(OpTable.get("aten::dim"), List.of(tensor));
      numbers.guard(dim, (long) rank, "dim()", step);
    }
    for (int i = 0; i < rank; i++) {
      int at = i;
      Value size = numbers.fact(one, List.of(tensor, values.constant((long) i)));
      List<Object> each =
          all.stream().map(run -> TraceValues.elements(run.result()).get(at)).toList();
      String what = TraceRecorder.question(op.name()) + "(" + i + ")";
      numbers.one(StepPart.of(index).part(i), size, each, what, step, isFixed(step));
    }
  }

  private void asked(StepPart key, Value value, List<TraceStep> all, boolean fixed) {
    numbers.one(key, value, results(all), text(all.get(0)), all.get(0), fixed);
  }

  private static String text(TraceStep step) {
    if (!(step.kind() instanceof TraceStep.Applied applied)) {
      return step.kind().text();
    }
    StringBuilder text = new StringBuilder(TraceRecorder.question(applied.op())).append('(');
    for (int i = 1; i < step.arguments().size(); i++) {
      if (step.arguments().get(i) instanceof Long number) {
        text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ").append(number);
      }
    }
    return text.append(')').toString();
  }

  private void read(List<TraceStep> all, TraceStep step) {
    Tensor seen = ((Origin.Made) step.result()).copy();
    for (TraceStep each : all) {
      if (!TraceRuns.equal(seen, ((Origin.Made) each.result()).copy())) {
        throw new TraceException(
            "%s: Java reads elements with %s that are not the same in all runs"
                .formatted(step.where(), step.kind().text()));
      }
    }
    Value tensor = arguments.of(argument(all, 0), Type.TENSOR, step.where());
    Op size = OpTable.get("aten::size.int");
    numbers.guard(
        numbers.fact(OpTable.get("aten::dim"), List.of(tensor)), (long) seen.dim(), "dim()", step);
    for (int i = 0; i < seen.dim(); i++) {
      Value each = numbers.fact(size, List.of(tensor, values.constant((long) i)));
      numbers.guard(each, seen.size(i), "size(" + i + ")", step);
    }
    Value constant = builder.constant(new TensorValue(seen), Type.TENSOR);
    Value same =
        builder
            .node("aten::allclose")
            .inputs(
                tensor, constant, values.constant(0.0), values.constant(0.0), values.constant(true))
            .output(Type.BOOL);
    numbers.guard(same, true, step.kind().text(), step);
  }
}
