package dev.cresset.ir.render;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.List;

/** The public static method of one eager op. */
final class EagerMethod {
  /** Is written in one line, as numbers are, but writes to a tensor. */
  private static final String COPY = "aten::copy_";

  private final Source source;
  private final Op op;
  private final Schema schema;

  private EagerMethod(Source source, Op op) {
    this.source = source;
    this.op = op;
    this.schema = op.schema();
  }

  static void write(Source source, Op op) {
    new EagerMethod(source, op).write();
  }

  private void write() {
    source.line("/** {@code %s} */", schema.toString().replace("{", "").replace("}", ""));
    List<String> parameters = new ArrayList<>();
    for (Argument argument : schema.arguments()) {
      parameters.add(JavaNames.type(argument.type()) + " " + JavaNames.argument(argument));
    }
    source.open(
        "public static %s %s(%s)",
        JavaNames.result(schema), JavaNames.method(op), String.join(", ", parameters));
    String template = InlineOps.template(op.name());
    if (template == null || op.name().equals(COPY)) {
      record();
    }
    Op functional = op.functional();
    if (template != null) {
      source.line("return %s;", template.formatted(arguments().toArray()));
    } else if (functional != null) {
      inPlace(functional);
    } else if (op.isComposed()) {
      meaning();
    } else if (op.elementwise() != null) {
      elementwise();
    } else {
      if (op.hasMeaning()) {
        source.open("if (Tape.records(%s))", String.join(", ", tensors()));
        meaning();
        source.close();
      }
      RecordedMethod.write(source, op);
    }
    source.close();
  }

  /**
   * Where the thread is recorded, the recorder runs it: so ops that this one calls go unrecorded.
   */
  private void record() {
    boolean gives = !schema.returns().isEmpty();
    List<String> all = new ArrayList<>();
    all.add("\"" + op.name() + "\"");
    all.add("() -> " + JavaNames.method(op) + "(" + String.join(", ", arguments()) + ")");
    all.addAll(arguments());
    source.line("Recorder recorder = Recording.here();");
    source.open("if (recorder != null)");
    source.line(gives ? "return recorder.op(%s);" : "recorder.act(%s);", String.join(", ", all));
    if (!gives) {
      source.line("return;");
    }
    source.close();
  }

  private List<String> tensors() {
    return schema.arguments().stream()
        .filter(a -> a.type().isTensor() || a.type().equals(Type.TENSOR.optional()))
        .map(JavaNames::argument)
        .toList();
  }

  private List<String> arguments() {
    return schema.arguments().stream().map(JavaNames::argument).toList();
  }

  private void inPlace(Op functional) {
    List<String> arguments = new ArrayList<>(arguments());
    String self = arguments.get(0);
    arguments.set(0, "InPlace.original(" + self + ")");
    if (arguments.size() > functional.schema().arguments().size()) {
      throw new IllegalStateException(op + " takes more than " + functional);
    }
    source.line("return InPlace.assign(%s, %s);", self, GraphCode.call(functional, arguments));
  }

  private void meaning() {
    Graph graph = op.meaningGraph();
    GraphCode code = new GraphCode(source);
    for (int i = 0; i < graph.inputs().size(); i++) {
      Argument argument = schema.arguments().get(i);
      code.name(graph.inputs().get(i), JavaNames.argument(argument), argument.type());
    }
    List<String> results = code.write(graph);
    source.line(
        results.size() == 1
            ? "return " + results.get(0) + ";"
            : "return new Tensor[] {" + String.join(", ", results) + "};");
  }

  private void elementwise() {
    List<String> tensors = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (Argument argument : schema.arguments()) {
      String name = JavaNames.argument(argument);
      if (argument.type().equals(Type.TENSOR)) {
        tensors.add(name);
      } else {
        numbers.add(argument.type().equals(Type.BOOL) ? name + " ? 1L : 0L" : name);
      }
    }
    if (tensors.size() > 2) {
      tensors = List.of("new Tensor[] {" + String.join(", ", tensors) + "}");
    }
    List<String> arguments = new ArrayList<>(tensors);
    arguments.addAll(numbers);
    source.line("return %s.OP.run(%s);", ElementwiseClass.name(op), String.join(", ", arguments));
  }
}
