package dev.cresset.ir.render;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ops of a graph as statements of Java, straight calls of eager ops. */
final class GraphCode {
  private final Source source;
  private final Map<Value, String> texts = new HashMap<>();
  private final Map<Value, Type> types = new HashMap<>();
  private final Map<Value, Object> constants = new HashMap<>();
  private int locals;

  GraphCode(Source source) {
    this.source = source;
  }

  /**
   * Says how a value is called.
   *
   * @param type its type in the schema, where a dtype is one and not yet an int
   */
  void name(Value value, String text, Type type) {
    texts.put(value, text);
    types.put(value, type);
  }

  /** Writes the graph and gives the texts of its outputs. */
  List<String> write(Graph graph) {
    return write(graph.block());
  }

  private List<String> write(Block block) {
    for (Node node : block.nodes()) {
      if (node.outputs().stream().anyMatch(texts::containsKey)) {
        continue; // known from before
      }
      if (node.isConstant()) {
        constant(node);
      } else if (node.is(Kinds.IF)) {
        choice(node);
      } else if (node.is(Kinds.UNCHECKED_CAST)) {
        texts.put(node.output(), text(node.input(0)));
      } else if (node.is(Kinds.LIST_CONSTRUCT)) {
        texts.put(node.output(), list(node));
      } else {
        call(node);
      }
    }
    return block.outputs().stream().map(this::text).toList();
  }

  /** A value as an expression of its own type. */
  private String text(Value value) {
    String text = texts.get(value);
    return text != null ? text : literal(constantOf(value), value.type());
  }

  private void choice(Node node) {
    String name = "v" + locals++;
    source.line("%s %s;", JavaNames.type(node.output().type()), name);
    source.open("if (%s)", text(node.input(0)));
    source.line("%s = %s;", name, write(node.blocks().get(0)).get(0));
    source.reopen("else");
    source.line("%s = %s;", name, write(node.blocks().get(1)).get(0));
    source.close();
    texts.put(node.output(), name);
  }

  /** Takes note of a constant. */
  void constant(Node node) {
    constants.put(node.output(), node.constant());
  }

  /** What a node of one output computes, as an expression. */
  String expression(Node node) {
    if (node.is(Kinds.LIST_CONSTRUCT)) {
      return list(node);
    } else if (node.is(Kinds.UNCHECKED_CAST)) {
      return text(node.input(0));
    }
    Op op = OpTable.get(node.qualifiedKind());
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      arguments.add(argument(node.input(i), op.schema().arguments().get(i)));
    }
    return call(op, arguments);
  }

  private Object constantOf(Value value) {
    Object constant = constants.get(value);
    if (constant == null) {
      throw new IllegalStateException(value + " has no name and is no constant");
    }
    return constant;
  }

  private String list(Node node) {
    String items = String.join(", ", node.inputs().stream().map(this::text).toList());
    return node.input(0).type().isTensor()
        ? "List.of(" + items + ")"
        : "new long[] {" + items + "}";
  }

  private void call(Node node) {
    String call = expression(node);
    if (node.outputs().size() == 1) {
      String name = "v" + locals++;
      source.line("%s %s = %s;", local(node), name, call);
      texts.put(node.output(), name);
    } else {
      String name = "v" + locals++;
      source.line("Tensor[] %s = %s;", name, call);
      for (int i = 0; i < node.outputs().size(); i++) {
        texts.put(node.outputs().get(i), name + "[" + i + "]");
      }
    }
  }

  private static String local(Node node) {
    Type type = node.output().type();
    return type.isTensor() ? "Tensor" : "var";
  }

  /** The call of an op. */
  static String call(Op op, List<String> arguments) {
    String template = InlineOps.template(op.name());
    if (template != null) {
      return template.formatted(arguments.toArray());
    }
    return method(op, arguments);
  }

  /** The call of an op's eager method. */
  static String method(Op op, List<String> arguments) {
    return OpTable.family(op.name())
        + "."
        + JavaNames.method(op)
        + "("
        + String.join(", ", arguments)
        + ")";
  }

  /** A value as an argument of an op. */
  private String argument(Value value, Argument argument) {
    String text = texts.get(value);
    if (text == null) {
      return literal(constantOf(value), argument.type());
    }
    if (isDtype(argument.type()) && !isDtype(types.getOrDefault(value, value.type()))) {
      return "DType.ofCode(" + text + ")";
    }
    boolean number = value.type().equals(Type.SCALAR);
    if (number && argument.type().equals(Type.FLOAT)) {
      return text + ".doubleValue()";
    } else if (number && argument.type().equals(Type.INT)) {
      return text + ".longValue()";
    }
    return text;
  }

  private static boolean isDtype(Type type) {
    return type.equals(Type.Atom.SCALAR_TYPE) || type.equals(Type.Atom.SCALAR_TYPE.optional());
  }

  /** A constant as Java writes it for something of this type. */
  static String literal(Object value, Type type) {
    if (type instanceof Type.OptionalOf option && value != None.NONE) {
      return literal(value, option.element());
    }
    if (value == None.NONE) {
      return type instanceof Type.Atom || type instanceof Type.Variable
          ? "null"
          : "(" + bare(type) + ") null";
    } else if (value instanceof Long number) {
      if (type.equals(Type.Atom.SCALAR_TYPE)) {
        return "DType." + DType.ofCode(number);
      }
      return type.equals(Type.FLOAT) ? Form.F64.literal(number) : number + "L";
    } else if (value instanceof Double number) {
      return Form.F64.literal(number);
    } else if (value instanceof String text) {
      return '"' + text + '"';
    } else if (value instanceof List<?> list) {
      String elements = String.join(", ", list.stream().map(each -> each + "").toList());
      boolean reals = type instanceof Type.ListOf of && of.element().equals(Type.FLOAT);
      return "new " + (reals ? "double" : "long") + "[] {" + elements + "}";
    }
    return String.valueOf(value);
  }

  private static String bare(Type type) {
    return JavaNames.type(type).replace("@Nullable ", "").replace(" ", "");
  }
}
