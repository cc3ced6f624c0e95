package dev.cresset.ir.render;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.GradientRule;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The body of an op with a hand-written forward: an entry on the tape whose gradient is the rules'
 * graphs of ops.
 */
final class RecordedMethod {
  /** A rule and its graph. */
  private record Written(GradientRule rule, Graph graph) {}

  private final Source source;
  private final Op op;
  private final Schema schema;
  private final List<Written> rules = new ArrayList<>();

  /** The arguments that have gradients, tensors first and lists of tensors after them. */
  private final List<Argument> wanted = new ArrayList<>();

  /** The tensors that are kept, as they are called where the op is run; true if it may be null. */
  private final Map<String, Boolean> kept = new LinkedHashMap<>();

  private RecordedMethod(Source source, Op op) {
    this.source = source;
    this.op = op;
    this.schema = op.schema();
    for (GradientRule rule : op.gradients()) {
      rules.add(new Written(rule, op.gradientGraph(rule)));
    }
    for (boolean lists : new boolean[] {false, true}) {
      for (Argument argument : schema.arguments()) {
        if (isList(argument.type()) == lists
            && rules.stream().anyMatch(r -> r.rule().arguments().contains(argument.name()))) {
          wanted.add(argument);
        }
      }
    }
  }

  static void write(Source source, Op op) {
    new RecordedMethod(source, op).write();
  }

  private static boolean isList(Type type) {
    return type instanceof Type.ListOf;
  }

  private boolean severalResults() {
    return schema.returns().size() > 1;
  }

  private boolean listResult() {
    return isList(schema.returns().get(0).type());
  }

  private String forward() {
    String arguments =
        schema.arguments().stream().map(JavaNames::argument).collect(Collectors.joining(", "));
    return ForwardMethods.type(op) + "." + JavaNames.method(op) + "(" + arguments + ")";
  }

  private void write() {
    if (schema.returns().isEmpty()) {
      source.line("%s;", forward());
      return;
    }
    boolean view = isView();
    if (op.isProgram() || wanted.isEmpty() && !view) {
      source.line("return %s;", forward());
      return;
    }
    source.line("%s result = %s;", JavaNames.result(schema), forward());
    if (!severalResults() && !listResult() && isTensor(schema.arguments().get(0).type())) {
      String self = JavaNames.argument(schema.arguments().get(0));
      source.open("if (result == %s)", self).line("return result;").close();
    }
    if (!wanted.isEmpty()) {
      record();
    }
    if (view) {
      view();
    } else {
      source.line("return result;");
    }
  }

  private static boolean isTensor(Type type) {
    return type.equals(Type.TENSOR);
  }

  private boolean isView() {
    Argument result = schema.returns().get(0);
    return result.alias() != null || result.elementAlias() != null;
  }

  private void view() {
    List<String> arguments =
        new ArrayList<>(schema.arguments().stream().map(JavaNames::argument).toList());
    String self = arguments.get(0);
    boolean lists = isList(schema.arguments().get(0).type());
    arguments.set(0, lists ? "List.of(x)" : "x");
    for (int i = 1; lists && i < arguments.size(); i++) { // each by itself, with its partner
      if (schema.arguments().get(i).type().equals(Type.TENSOR.list())) {
        arguments.set(i, "List.of(" + arguments.get(i) + ".get(part))");
      }
    }
    String again = JavaNames.method(op) + "(" + String.join(", ", arguments) + ")";
    if (listResult()) {
      source.open("for (int i = 0; i < result.size(); i++)");
      source.line("int part = i;");
      source.line(
          "Tape.view(%s, result.get(i), x -> %s);",
          lists ? self + ".get(i)" : self, again + (lists ? ".get(0)" : ".get(part)"));
      source.close();
      source.line("return result;");
    } else {
      if (!schema.arguments().get(0).type().isTensor()) {
        source.open("if (%s == null)", self).line("return result;").close();
      }
      source.line("return Tape.view(%s, result, x -> %s);", self, again);
    }
  }

  private void record() {
    String inputs = wanted.stream().map(JavaNames::argument).collect(Collectors.joining(", "));
    boolean list = isList(wanted.get(wanted.size() - 1).type());
    if (list && wanted.size() > 1) {
      throw new IllegalStateException(op + ": gradients of a list and of others at once");
    }
    source.line("GradFn node = Tape.node(\"%s\", %s);", TapeNames.of(op), inputs);
    source.open("if (node != null)");
    Facts facts = new Facts(source, RecordedMethod::outside);
    Map<Written, Map<Value, String>> known = new LinkedHashMap<>();
    rules.forEach(written -> known.put(written, facts.write(written.graph())));
    known.forEach((written, names) -> findKept(written.graph(), names));
    kept.forEach((text, optional) -> keep(text, optional));
    source.line("node.backward(");
    source.line("    dys -> {");
    source.indent(3);
    boolean one = schema.returns().size() == 1;
    if (one && listResult()) {
      source.line("List<Tensor> gradient = node.gradients(dys);");
    } else {
      for (int i = 0; i < (one ? 1 : used()); i++) {
        source.line("Tensor %s = node.gradient(dys, %d);", one ? "gradient" : "gradient" + i, i);
      }
    }
    if (!list) {
      source.line("@Nullable Tensor[] gradients = new Tensor[%d];", wanted.size());
    }
    known.forEach((written, names) -> rule(written, names, list));
    if (!list) {
      source.line("return gradients;");
    }
    source.indent(-3);
    source.line("    });");
    source.line("node.gives(%s);", given());
    source.close();
  }

  /** The results that come from here: those behind the last one whose gradient is used do not. */
  private String given() {
    if (!severalResults()) {
      return listResult() ? "result.toArray(new Tensor[0])" : "result";
    }
    List<String> results = new ArrayList<>();
    for (int i = 0; i < used(); i++) {
      results.add("result[" + i + "]");
    }
    return used() == schema.returns().size() ? "result" : String.join(", ", results);
  }

  /** How many of several results have a gradient that is used. */
  private int used() {
    int used = 0;
    for (Written written : rules) {
      for (Value input : written.graph().inputs()) {
        if (isDy(input)) {
          used = Math.max(used, Integer.parseInt(input.name().substring(2)) + 1);
        }
      }
    }
    return used;
  }

  /** Finds out what has to be kept, since facts about it do not suffice. */
  private void findKept(Graph graph, Map<Value, String> facts) {
    Set<Value> used = new LinkedHashSet<>(graph.outputs());
    for (Node node : graph.allNodes()) {
      if (node.outputs().stream().noneMatch(facts::containsKey)) {
        used.addAll(node.inputs());
      }
      node.blocks().forEach(block -> used.addAll(block.outputs()));
    }
    for (Value value : graph.inputs()) {
      boolean optional = value.type().equals(Type.TENSOR.optional());
      if (used.contains(value) && !isDy(value) && (value.type().isTensor() || optional)) {
        kept.put(outside(value), optional);
      }
    }
  }

  /** Whether an input of a rule's graph is the gradient of a result. */
  static boolean isDy(Value value) {
    return value.name().startsWith("dy");
  }

  /** What an input of a rule's graph is called where the op is run. */
  private static String outside(Value input) {
    String name = input.name();
    if (name.startsWith("in_")) {
      return JavaNames.camel(name.substring("in_".length()));
    }
    return name.equals("y") ? "result" : "result[" + name.substring(1) + "]";
  }

  /** What an input of a rule's graph is called in the gradient. */
  private static String inside(String outside) {
    return "in" + JavaNames.pascal(outside.replaceAll("[\\[\\]]", ""));
  }

  private static String saved(String outside) {
    return "saved" + JavaNames.pascal(outside.replaceAll("[\\[\\]]", ""));
  }

  private void keep(String text, boolean optional) {
    source.line("Saved %s = node.%s(%s);", saved(text), optional ? "saveOptional" : "save", text);
  }

  private void rule(Written written, Map<Value, String> facts, boolean list) {
    List<String> asked = new ArrayList<>();
    for (String argument : written.rule().arguments()) {
      asked.add("node.wants(" + index(argument) + ")");
    }
    if (!list) {
      source.open("if (%s)", String.join(" || ", asked));
    }
    Graph graph = written.graph();
    GraphCode code = new GraphCode(source);
    for (Value input : graph.inputs()) {
      String outside = isDy(input) ? input.name().replace("dy", "gradient") : outside(input);
      Boolean optional = kept.get(outside);
      if (optional != null && !isDy(input)) {
        String get = saved(outside) + ".get()";
        source.line(
            "Tensor %s = %s;",
            inside(outside), optional ? saved(outside) + " == null ? null : " + get : get);
        outside = inside(outside);
      }
      code.name(input, outside, type(input));
    }
    facts.forEach((value, local) -> code.name(value, local, value.type()));
    List<String> results = code.write(graph);
    if (list) {
      source.line("return %s.toArray(new Tensor[0]);", results.get(0));
      return;
    }
    for (int i = 0; i < results.size(); i++) {
      source.line("gradients[%d] = %s;", index(written.rule().arguments().get(i)), results.get(i));
    }
    source.close();
  }

  /** The type in the schema, where a dtype is one and not yet an int. */
  private Type type(Value input) {
    int index = schema.indexOf(input.name().replaceFirst("^in_", ""));
    return index < 0 ? input.type() : schema.arguments().get(index).type();
  }

  private int index(String argument) {
    return wanted.stream().map(Argument::name).toList().indexOf(argument);
  }
}
