package dev.cresset.ir.render;

import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Single nodes as expressions of TorchScript's Python. */
final class PythonExpressions {
  private static final Map<String, String> BUILT_IN =
      Map.of(
          "aten::Bool", "bool",
          "aten::Int", "int",
          "aten::Float", "float",
          "aten::str", "str",
          "aten::sorted", "sorted");

  private final Uses uses;
  private final Function<Value, String> use;

  PythonExpressions(Uses uses, Function<Value, String> use) {
    this.uses = uses;
    this.use = use;
  }

  String of(Node node) {
    Type type = node.outputs().isEmpty() ? Type.NONE : node.outputs().get(0).type();
    return switch (node.kind()) {
      case Kinds.GET_ATTR -> attribute(node);
      case Kinds.CALL_METHOD ->
          "(%s).%s(%s)".formatted(in(node, 0), node.text("name"), called(node));
      case Kinds.CALL_FUNCTION -> in(node, 0) + "(" + called(node) + ")";
      case Kinds.TUPLE_CONSTRUCT -> tuple(node.inputs());
      case Kinds.TUPLE_INDEX -> "(" + in(node, 0) + ")[" + in(node, 1) + "]";
      case Kinds.LIST_CONSTRUCT -> list(node, type);
      case Kinds.DICT_CONSTRUCT -> dictionary(node, type);
      case Kinds.UNCHECKED_CAST ->
          "unchecked_cast(" + PythonTypes.of(type) + ", " + in(node, 0) + ")";
      case "prim::Uninitialized" -> "uninitialized(" + PythonTypes.of(type) + ")";
      case "prim::CreateObject" -> type + ".__new__(" + type + ")";
      case "prim::EnumValue" -> "(" + in(node, 0) + ").value";
      case "prim::isinstance" -> instance(node);
      case "aten::__getitem__" -> in(node, 0) + "[" + in(node, 1) + "]";
      default -> call(node);
    };
  }

  private String in(Node node, int index) {
    return use.apply(node.input(index));
  }

  private String all(List<Value> values) {
    return values.stream().map(use).collect(Collectors.joining(", "));
  }

  /** What a method or function is given: after each there is a comma. */
  private String called(Node node) {
    return node.inputs().stream()
        .skip(1)
        .map(value -> use.apply(value) + ", ")
        .collect(Collectors.joining());
  }

  private String attribute(Node node) {
    String name = node.text("name");
    return isIdentifier(name)
        ? in(node, 0) + "." + name
        : "getattr(%s, \"%s\")".formatted(in(node, 0), name);
  }

  static boolean isIdentifier(String name) {
    return name.matches("[A-Za-z_]\\w*");
  }

  private String tuple(List<Value> values) {
    return values.size() == 1 ? "(" + all(values) + ",)" : "(" + all(values) + ")";
  }

  private String list(Node node, Type type) {
    return node.inputs().isEmpty()
        ? "annotate(" + PythonTypes.of(type) + ", [])"
        : "[" + all(node.inputs()) + "]";
  }

  private String dictionary(Node node, Type type) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i += 2) {
      entries.add(in(node, i) + ": " + in(node, i + 1));
    }
    return entries.isEmpty()
        ? "annotate(" + PythonTypes.of(type) + ", {})"
        : "{" + String.join(", ", entries) + "}";
  }

  private String instance(Node node) {
    List<String> types = new ArrayList<>();
    if (node.attribute("types") instanceof List<?> list) {
      list.forEach(type -> types.add(PythonTypes.of((Type) type)));
    }
    String all = types.size() == 1 ? types.get(0) : "(" + String.join(", ", types) + ")";
    return "isinstance(%s, %s)".formatted(in(node, 0), all);
  }

  private String call(Node node) {
    String builtIn = BUILT_IN.get(node.kind());
    String[] name = node.kind().split("::", 2);
    String function =
        builtIn != null
            ? builtIn
            : name[0].equals("aten") ? "torch." + name[1] : "ops." + name[0] + "." + name[1];
    return function + "(" + String.join(", ", arguments(node)) + ")";
  }

  /** What the call is given, without what is left as it is by default at its end. */
  private List<String> arguments(Node node) {
    Op op = OpTable.of(node);
    List<Argument> schema = op == null ? List.of() : op.schema().arguments();
    int needed = node.inputs().size();
    while (needed > 0 && needed <= schema.size() && isDefault(node, needed - 1, schema)) {
      needed--;
    }
    if (node.is(Kinds.RAISE) && needed == 2 && node.input(1).type() == Type.NONE) {
      needed = 1;
    } else if (node.is(Kinds.WARN)) {
      needed = isNumber(node, 1, 2L) ? 1 : 2;
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < needed; i++) {
      boolean keyword = i < schema.size() && schema.get(i).keywordOnly();
      all.add(keyword ? schema.get(i).name() + "=" + in(node, i) : in(node, i));
    }
    return all;
  }

  private boolean isNumber(Node node, int input, Object number) {
    return node.inputs().size() > input && number.equals(uses.constant(node.input(input)));
  }

  private boolean isDefault(Node node, int index, List<Argument> schema) {
    Object byDefault = schema.get(index).defaultValue();
    return byDefault != null && Objects.equals(same(byDefault), same(known(node.input(index))));
  }

  private @Nullable Object known(Value value) {
    Object constant = uses.constant(value);
    Node maker = uses.maker(value);
    if (constant != null || maker == null || !maker.is(Kinds.LIST_CONSTRUCT)) {
      return constant;
    }
    List<Object> elements = new ArrayList<>();
    for (Value each : maker.inputs()) {
      Object element = uses.constant(each);
      if (element == null) {
        return null;
      }
      elements.add(element);
    }
    return elements;
  }

  /** Whole numbers as reals, so that {@code 1} is {@code 1.0}. */
  private static @Nullable Object same(@Nullable Object value) {
    return value instanceof Long whole ? (Object) whole.doubleValue() : value;
  }
}
