package dev.cresset.ir.render;

import dev.cresset.ir.op.Op;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.List;

/** The class that calls any eager op by its name. */
final class DispatchClass {
  /** Ops in one switch: the method stays small enough to be compiled. */
  private static final int CHUNK = 20;

  private DispatchClass() {}

  static String render(List<Op> ops) {
    Source source = new Source();
    EagerOps.header(
        source,
        List.of(
            "dev.cresset.IValue",
            "dev.cresset.Tensor",
            "dev.cresset.tensor.Unboxing",
            "java.util.HashMap",
            "java.util.List",
            "java.util.Map",
            "java.util.Set"),
        List.of());
    source.line("/** Calls ops by name, with boxed arguments. For interpreters and tests. */");
    source.open("public final class Dispatch");
    source.line("private static final Map<String, Integer> NUMBERS = numbers();");
    source.line();
    source.open("private Dispatch()").close();
    source.line();
    source.open("private static Map<String, Integer> numbers()");
    source.line("String names ="); // one constant: an array of them takes code for each
    source.line("    \"\"\"");
    ops.forEach(op -> source.line("    %s", op.name()));
    source.line("    \"\"\";");
    source.line("Map<String, Integer> numbers = new HashMap<>();");
    source.line("names.lines().forEach(name -> numbers.put(name, numbers.size()));");
    source.line("return numbers;").close();
    source.line();
    source.line("/** The qualified names of all ops that can be called. */");
    source.open("public static Set<String> names()");
    source.line("return Set.copyOf(NUMBERS.keySet());").close();
    source.line();
    source.line("/** Whether there is an op of this qualified name, {@code aten::add.Tensor}. */");
    source.open("public static boolean has(String qualifiedName)");
    source.line("return NUMBERS.containsKey(qualifiedName);").close();
    source.line();
    source.line("/**");
    source.line(" * Calls an op with all its arguments, in order; several results are a tuple.");
    source.line(" *");
    source.line(" * @throws IllegalArgumentException if there is no op of this name");
    source.line(" */");
    source.open("public static IValue call(String qualifiedName, List<IValue> arguments)");
    source.line("Integer number = NUMBERS.get(qualifiedName);");
    source.open("if (number == null)");
    source.line("throw new IllegalArgumentException(\"there is no op \" + qualifiedName);").close();
    int chunks = (ops.size() + CHUNK - 1) / CHUNK;
    source.open("return switch (number / %d)", CHUNK);
    for (int c = 0; c < chunks; c++) {
      source.line(
          c + 1 < chunks
              ? "case %1$d -> call%1$d(number, arguments);"
              : "default -> call%d(number, arguments);",
          c);
    }
    source.close("};").close();
    for (int c = 0; c < chunks; c++) {
      chunk(source, ops, c);
    }
    return source.close().toString();
  }

  private static void chunk(Source source, List<Op> ops, int chunk) {
    int end = Math.min(ops.size(), (chunk + 1) * CHUNK);
    source.line();
    source.open("private static IValue call%d(int number, List<IValue> a)", chunk);
    source.line("switch (number) {");
    for (int i = chunk * CHUNK; i < end; i++) {
      Op op = ops.get(i);
      source.line("  case %d: // %s", i, op.name());
      List<String> arguments = new ArrayList<>();
      for (int k = 0; k < op.schema().arguments().size(); k++) {
        arguments.add(unboxed("a.get(" + k + ")", op.schema().arguments().get(k)));
      }
      String call = GraphCode.method(op, arguments);
      if (op.schema().returns().isEmpty()) {
        source.line("    %s;", call);
        source.line("    return IValue.none();");
      } else {
        source.line("    return %s;", boxed(call, op.schema()));
      }
    }
    source.line("  default:");
    source.line("    throw new IllegalStateException(\"op number \" + number);");
    source.line("}");
    source.close();
  }

  private static String boxed(String call, Schema schema) {
    if (schema.returns().size() > 1) {
      return "Unboxing.tuple(" + call + ")";
    }
    Type type = schema.returns().get(0).type();
    if (type instanceof Type.ListOf) {
      return "IValue.listFrom(" + call + ")";
    }
    if (type.equals(Type.DEVICE)) {
      return "IValue.from(" + call + ".toString())";
    }
    return (type.equals(Type.SCALAR) ? "Unboxing.number(" : "IValue.from(") + call + ")";
  }

  /** The boxed value as an argument. */
  private static String unboxed(String value, Argument argument) {
    Type type = argument.type();
    if (type instanceof Type.OptionalOf option) {
      if (option.element().equals(Type.TENSOR)) {
        return value + ".toOptionalTensor()";
      }
      return value + ".isNone() ? null : " + present(value, option.element(), argument.length());
    }
    return present(value, type, argument.length());
  }

  private static String present(String value, Type type, int length) {
    if (type instanceof Type.ListOf list) {
      Type element = list.element();
      if (element.equals(Type.TENSOR)) {
        return value + ".toTensorList()";
      } else if (element instanceof Type.OptionalOf) {
        return "Unboxing.optionalTensors(" + value + ")";
      } else if (element.equals(Type.FLOAT)) {
        return "Unboxing.doubles(" + value + ", " + length + ")";
      }
      return element.equals(Type.BOOL)
          ? "Unboxing.booleans(" + value + ")"
          : "Unboxing.longs(" + value + ", " + length + ")";
    } else if (type.isTensor()) {
      return value + ".toTensor()";
    }
    return switch ((Type.Atom) type) {
      case INT, LAYOUT, MEMORY_FORMAT -> value + ".toLong()";
      case FLOAT -> value + ".toDouble()";
      case BOOL -> value + ".toBool()";
      case STR -> value + ".toStr()";
      case SCALAR -> value + ".toNumber()";
      case DEVICE -> "Unboxing.device(" + value + ")";
      case SCALAR_TYPE -> "Unboxing.dtype(" + value + ")";
      case GENERATOR -> "Unboxing.generator(" + value + ")";
      default -> throw new IllegalArgumentException(type + " cannot be given by value");
    };
  }
}
