package dev.cresset.processor.generate;

import dev.cresset.ir.graph.Node;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.generate.Code.Binds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ops on numbers, truths, strings and lists that are expressions of Java. */
final class JavaOps {
  private static final Map<String, String> INFIX =
      Map.ofEntries(
          Map.entry("aten::add", "+"),
          Map.entry("aten::sub", "-"),
          Map.entry("aten::mul", "*"),
          Map.entry("aten::div", "/"),
          Map.entry("aten::fmod", "%"),
          Map.entry("cresset::div_trunc", "/"),
          Map.entry("cresset::rem", "%"),
          Map.entry("aten::eq", "=="),
          Map.entry("aten::ne", "!="),
          Map.entry("aten::lt", "<"),
          Map.entry("aten::le", "<="),
          Map.entry("aten::gt", ">"),
          Map.entry("aten::ge", ">="),
          Map.entry("aten::__and__", "&&"),
          Map.entry("aten::__or__", "||"),
          Map.entry("aten::__xor__", "!="),
          Map.entry("aten::__lshift__", "<<"),
          Map.entry("aten::__rshift__", ">>"),
          Map.entry("cresset::ushr", ">>>"));

  private static final Map<String, String> BITS =
      Map.of("aten::__and__", "&", "aten::__or__", "|", "aten::__xor__", "^");

  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("prim::max", "max"),
          Map.entry("prim::min", "min"),
          Map.entry("prim::abs", "abs"),
          Map.entry("aten::pow", "pow"),
          Map.entry("aten::floordiv", "floorDiv"),
          Map.entry("aten::remainder", "floorMod"),
          Map.entry("aten::round", "rint"),
          Map.entry("aten::sqrt", "sqrt"),
          Map.entry("aten::exp", "exp"),
          Map.entry("aten::expm1", "expm1"),
          Map.entry("aten::log", "log"),
          Map.entry("aten::log1p", "log1p"),
          Map.entry("aten::log10", "log10"),
          Map.entry("aten::sin", "sin"),
          Map.entry("aten::cos", "cos"),
          Map.entry("aten::tan", "tan"),
          Map.entry("aten::asin", "asin"),
          Map.entry("aten::acos", "acos"),
          Map.entry("aten::atan", "atan"),
          Map.entry("aten::atan2", "atan2"),
          Map.entry("aten::sinh", "sinh"),
          Map.entry("aten::cosh", "cosh"),
          Map.entry("aten::tanh", "tanh"));

  private JavaOps() {}

  /** Whether all of the node's inputs and results are Java's own values. */
  static boolean isJava(Node node) {
    return node.inputTypes().stream().noneMatch(Type::isTensor)
        && node.outputs().stream().noneMatch(value -> value.type().isTensor());
  }

  /** The expression of {@code node} on these operands; null if it is none of Java's. */
  static @Nullable Code of(Node node, List<Code> in) {
    List<Type> types = node.inputTypes();
    switch (node.kind()) {
      case "aten::__is__", "aten::__isnot__" -> {
        return infix(node.is("aten::__is__") ? "==" : "!=", in.get(0), Code.of("null"));
      }
      case "aten::__getitem__" -> {
        return element(types.get(0), in.get(0), in.get(1));
      }
      case "cresset::str_length" -> {
        return Code.from(Binds.TIGHT, "$L.length()", in.get(0).in(Binds.TIGHT)).asNarrow();
      }
      case "cresset::substring" -> {
        return Code.from(
            Binds.TIGHT,
            "$L.substring($L, $L)",
            in.get(0).in(Binds.TIGHT),
            index(in.get(1)),
            index(in.get(2)));
      }
      case "aten::str", "cresset::str_bool" -> {
        return Code.from(Binds.TIGHT, "String.valueOf($L)", in.get(0));
      }
      case "cresset::str_float", "cresset::str_double" -> {
        boolean single = node.is("cresset::str_float");
        Code a =
            in.get(0).narrow() == single ? in.get(0) : cast(single ? "float" : "double", in.get(0));
        return Code.from(Binds.TIGHT, "String.valueOf($L)", a);
      }
      case "aten::len" -> {
        return length(types.get(0), in.get(0));
      }
      default -> {
        return isJava(node) ? scalar(node, types, in) : null;
      }
    }
  }

  private static @Nullable Code scalar(Node node, List<Type> types, List<Code> in) {
    boolean strings = types.contains(Type.STR);
    boolean numbers = types.stream().allMatch(Type::isNumber) && !types.contains(Type.SCALAR);
    String infix = INFIX.get(node.kind());
    if (infix != null && types.size() == 2 && (strings || numbers)) {
      if (strings && !infix.equals("+")) {
        Code equal = Code.from(Binds.TIGHT, "$L.equals($L)", in.get(0).in(Binds.TIGHT), in.get(1));
        return infix.equals("==") ? equal : Code.from(Binds.UNARY, "!$L", equal);
      }
      boolean wholes = types.get(0) == Type.INT && types.get(1) == Type.INT;
      boolean compares = node.output().type() == Type.BOOL;
      Code left = strings || compares ? in.get(0) : wide(types.get(0), in.get(0));
      Code right = strings || compares ? in.get(1) : wide(types.get(1), in.get(1));
      if (wholes && Literal.plain(left).equals(left.text())) {
        right = right.with(Literal.plain(right), right.binds());
      }
      if (wholes && node.is("aten::div")) {
        left = cast("double", left);
      } else if (wholes && BITS.containsKey(node.kind())) {
        return infix(BITS.get(node.kind()), left, right);
      }
      return infix(infix, left, right);
    }
    String function = numbers ? FUNCTIONS.get(node.kind()) : null;
    if (function != null) {
      return function(node, function, types, in);
    }
    return in.size() == 1 ? ofOne(node, types.get(0), in.get(0)) : ranges(node, in);
  }

  private static @Nullable Code ofOne(Node node, Type type, Code a) {
    return switch (node.kind()) {
      case "aten::neg" -> Code.from(Binds.UNARY, "-$L", apart("-", wide(type, a)));
      case "aten::__not__" -> Code.from(Binds.UNARY, "!$L", a.in(Binds.UNARY));
      case "cresset::wrap_int", "cresset::to_int" -> cast("int", a).asNarrow();
      case "cresset::round_float" -> cast("float", a).asNarrow();
      case "cresset::to_long" -> cast("long", a);
      case "aten::Float" -> toReal(type, a);
      case "aten::Int" -> toWhole(type, a);
      case "aten::Bool" ->
          type == Type.BOOL
              ? a
              : infix("!=", wide(type, a), Code.of(type == Type.INT ? "0" : "0.0"));
      case "aten::floor", "aten::ceil" ->
          cast("long", call(node.is("aten::floor") ? "floor" : "ceil", wide(type, a)));
      case "aten::isnan" -> Code.from(Binds.TIGHT, "Double.isNaN($L)", a);
      case "aten::isinf" -> Code.from(Binds.TIGHT, "Double.isInfinite($L)", a);
      case "aten::isfinite" -> Code.from(Binds.TIGHT, "Double.isFinite($L)", a);
      default -> null;
    };
  }

  /** An operand of a sign, so that two of them are not read as one. */
  private static Code apart(String sign, Code operand) {
    boolean meets = operand.java().startsWith(sign);
    return meets ? operand.right(Binds.UNARY) : operand.in(Binds.UNARY);
  }

  private static @Nullable Code ranges(Node node, List<Code> in) {
    if (node.is("aten::__derive_index")) {
      return infix("+", in.get(1), infix("*", in.get(0), in.get(2)));
    } else if (!node.is("aten::__range_length")) {
      return null;
    }
    String step = in.get(2).java();
    boolean down = step.startsWith("-");
    Code from = wide(Type.INT, in.get(down ? 1 : 0));
    Code to = wide(Type.INT, in.get(down ? 0 : 1));
    Code distance = from.java().equals("0L") ? to : infix("-", to, from);
    String size = down ? step.substring(1) : step;
    if (!size.equals("1L")) {
      Code rounded = infix("-", infix("+", distance, Code.of(size)), Code.of("1L"));
      distance = infix("/", rounded, Code.of(size));
    }
    return Code.from(Binds.TIGHT, "Math.max(0, $L)", distance);
  }

  private static Code function(Node node, String function, List<Type> types, List<Code> in) {
    boolean wholes = types.stream().allMatch(type -> type == Type.INT);
    if (node.is("aten::floordiv") && !wholes) {
      return call(
          "floor", infix("/", wide(types.get(0), in.get(0)), wide(types.get(1), in.get(1))));
    } else if (node.is("aten::remainder") && !wholes) {
      throw new Inexpressible("Python's remainder of reals");
    }
    Code[] wide = new Code[in.size()];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = wide(types.get(i), in.get(i));
    }
    return call(function, wide);
  }

  private static Code call(String function, Code... in) {
    String places = "$L" + ", $L".repeat(in.length - 1);
    return Code.from(Binds.TIGHT, "Math." + function + "(" + places + ")", in);
  }

  private static Code toReal(Type type, Code a) {
    if (type == Type.SCALAR) {
      return Code.from(Binds.TIGHT, "$L.doubleValue()", a.in(Binds.TIGHT));
    } else if (type == Type.BOOL) {
      return Code.from(Binds.CHOICE, "$L ? 1.0 : 0.0", a.right(Binds.CHOICE));
    }
    return type == Type.INT ? cast("double", a) : a;
  }

  private static Code toWhole(Type type, Code a) {
    if (type == Type.SCALAR) {
      return Code.from(Binds.TIGHT, "$L.longValue()", a.in(Binds.TIGHT));
    } else if (type == Type.BOOL) {
      return Code.from(Binds.CHOICE, "$L ? 1L : 0L", a.right(Binds.CHOICE));
    }
    return type == Type.FLOAT ? cast("long", a) : a;
  }

  // ---- lists

  private static Code length(Type list, Code a) {
    Code whole = a.in(Binds.TIGHT);
    if (list == Type.STR) {
      return Code.from(Binds.TIGHT, "$1L.codePointCount(0, $1L.length())", whole);
    }
    boolean array = list instanceof Type.ListOf held && Held.isArray(held) && !a.list();
    return Code.from(Binds.TIGHT, array ? "$L.length" : "$L.size()", whole).asNarrow();
  }

  private static Code element(Type type, Code list, Code index) {
    boolean array = type instanceof Type.ListOf held && Held.isArray(held) && !list.list();
    return Code.from(
        Binds.TIGHT, array ? "$L[$L]" : "$L.get($L)", list.in(Binds.TIGHT), index(index));
  }

  /** A whole number as an index of Java's. */
  static Code index(Code index) {
    String text = index.java();
    if (text.matches("-?\\d+L")) {
      return Code.of(text.substring(0, text.length() - 1));
    }
    return index.narrow() ? index : cast("int", index);
  }

  // ---- forms

  /** An int or float as the 64-bit value that it is in the graph. */
  static Code wide(Type type, Code code) {
    return code.narrow() ? cast(type == Type.INT ? "long" : "double", code) : code;
  }

  static Code cast(String type, Code code) {
    return Code.from(Binds.UNARY, "(" + type + ") $L", code.in(Binds.UNARY));
  }

  static Code infix(String operator, Code left, Code right) {
    Binds binds =
        switch (operator) {
          case "*", "/", "%" -> Binds.PRODUCT;
          case "+", "-" -> Binds.SUM;
          case "&&" -> Binds.AND;
          case "||" -> Binds.OR;
          default -> Binds.COMPARISON;
        };
    boolean lines = binds == Binds.COMPARISON; // a < b == c would be read twice
    return Code.from(
        binds,
        "$L " + operator + " $L",
        lines ? left.right(binds) : left.in(binds),
        right.right(binds));
  }

  /** {@code condition ? then : otherwise}. */
  static Code choice(Code condition, Code then, Code otherwise) {
    String yes = then.java();
    String no = otherwise.java();
    if (no.equals("false")) {
      return infix("&&", condition, then);
    } else if (yes.equals("true")) {
      return infix("||", condition, otherwise);
    }
    return Code.from(
        Binds.CHOICE,
        "$L ? $L : $L",
        condition.right(Binds.CHOICE),
        then.right(Binds.CHOICE),
        otherwise.in(Binds.CHOICE));
  }

  /** {@code !condition}. */
  static Code not(Code condition) {
    String text = condition.java();
    boolean negated = condition.binds() == Binds.UNARY && text.startsWith("!");
    if (!negated) {
      return Code.from(Binds.UNARY, "!$L", condition.in(Binds.UNARY));
    }
    boolean bracket = text.startsWith("!(") && text.endsWith(")");
    String inner = bracket ? text.substring(2, text.length() - 1) : text.substring(1);
    return condition.with(Text.of("$L", inner), bracket ? Binds.CHOICE : Binds.TIGHT);
  }

  /** A string as Java writes it. */
  static Text string(String value) {
    return Text.of("$S", value);
  }
}
