package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Binary;
import dev.cresset.processor.script.Expression.Unary;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.List;

/**
 * Java's numbers. The graph has one int, of 64 bits, and one float, of double precision; Java's int
 * and float are these, rounded back to 32 bits after each operation that may leave them. A float
 * sum, difference, product or quotient computed in double and rounded once is the float one, bit
 * for bit.
 */
final class NumberLowering {
  private final Emitter emitter;
  private final ExpressionLowering expressions;

  NumberLowering(Emitter emitter, ExpressionLowering expressions) {
    this.emitter = emitter;
    this.expressions = expressions;
  }

  Value lower(Expression expression, String hint) {
    if (expression instanceof Binary binary) {
      return binary(binary, hint);
    } else if (expression instanceof Unary unary) {
      return unary(unary, hint);
    } else if (expression instanceof Expression.Convert convert) {
      return convert(convert, hint);
    } else if (expression instanceof Expression.ScalarCall call) {
      return call(call, hint);
    }
    throw new IllegalStateException("no lowering for " + expression);
  }

  private Value binary(Binary binary, String hint) {
    At at = binary.at();
    Value left = expressions.lower(binary.left(), "");
    switch (binary.operator()) {
      case AND_THEN -> {
        return expressions.choose(
            left,
            () -> {
              expressions.refine(binary.left(), true);
              return expressions.lower(binary.right(), "");
            },
            () -> emitter.constant(false, Type.BOOL, At.NOWHERE),
            hint,
            at);
      }
      case OR_ELSE -> {
        return expressions.choose(
            left,
            () -> emitter.constant(true, Type.BOOL, At.NOWHERE),
            () -> {
              expressions.refine(binary.left(), false);
              return expressions.lower(binary.right(), "");
            },
            hint,
            at);
      }
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> {
        return shift(binary, left, hint);
      }
      default -> {
        Value right = expressions.lower(binary.right(), "");
        ScriptType operands = binary.left().type();
        boolean whole = operands == Simple.INT || operands == Simple.LONG;
        String op = op(binary.operator(), operands, whole);
        if (binary.type() == Simple.BOOLEAN) {
          return emitter.add(op, List.of(left, right), Type.BOOL, hint, at);
        }
        Type type = GraphTypes.of(binary.type());
        boolean rounds = rounds(binary);
        Value exact = emitter.add(op, List.of(left, right), type, rounds ? "" : hint, at);
        return rounds ? round(exact, binary.type(), hint, at) : exact;
      }
    }
  }

  /** Java shifts by the last five or six bits of the distance alone. */
  private Value shift(Binary binary, Value left, String hint) {
    At at = binary.at();
    boolean narrow = binary.type() == Simple.INT;
    long mask = narrow ? 31 : 63;
    Value by;
    if (binary.right() instanceof Expression.Literal literal
        && literal.value() instanceof Long distance) {
      by = emitter.constant(distance & mask, Type.INT, At.NOWHERE);
    } else {
      Value distance = expressions.lower(binary.right(), "");
      by = bits("aten::__and__.int", distance, emitter.constant(mask, Type.INT, At.NOWHERE), at);
    }
    if (binary.operator() == Binary.Operator.SHIFT_RIGHT) {
      return emitter.add("aten::__rshift__.int", List.of(left, by), Type.INT, hint, at);
    } else if (!narrow) {
      String op =
          binary.operator() == Binary.Operator.SHIFT_LEFT
              ? "aten::__lshift__.int"
              : "cresset::ushr";
      return emitter.add(op, List.of(left, by), Type.INT, hint, at);
    } else if (binary.operator() == Binary.Operator.SHIFT_LEFT) {
      return round(bits("aten::__lshift__.int", left, by, at), Simple.INT, hint, at);
    }
    Value unsigned =
        bits("aten::__and__.int", left, emitter.constant(0xFFFFFFFFL, Type.INT, At.NOWHERE), at);
    return round(bits("aten::__rshift__.int", unsigned, by, at), Simple.INT, hint, at);
  }

  private Value bits(String op, Value a, Value b, At at) {
    return emitter.add(op, List.of(a, b), Type.INT, "", at);
  }

  private static String op(Binary.Operator operator, ScriptType operands, boolean whole) {
    String kind =
        whole
            ? "int"
            : operands == Simple.BOOLEAN ? "bool" : operands == Simple.STRING ? "str" : "float";
    return switch (operator) {
      case ADD -> "aten::add." + kind;
      case SUBTRACT -> "aten::sub." + kind;
      case MULTIPLY -> "aten::mul." + kind;
      case DIVIDE -> whole ? "cresset::div_trunc" : "aten::div.float";
      case REMAINDER -> whole ? "cresset::rem" : "aten::fmod.float";
      case AND -> "aten::__and__." + kind;
      case OR -> "aten::__or__." + kind;
      case XOR -> "aten::__xor__." + kind;
      case EQUAL -> "aten::eq." + kind;
      case NOT_EQUAL -> "aten::ne." + kind;
      case LESS -> "aten::lt." + kind;
      case LESS_EQUAL -> "aten::le." + kind;
      case GREATER -> "aten::gt." + kind;
      case GREATER_EQUAL -> "aten::ge." + kind;
      case AND_THEN, OR_ELSE, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED ->
          throw new IllegalStateException(operator + " is lowered by itself");
    };
  }

  private Value unary(Unary unary, String hint) {
    At at = unary.at();
    Value operand = expressions.lower(unary.operand(), "");
    return switch (unary.operator()) {
      case NOT -> emitter.add("aten::__not__", List.of(operand), Type.BOOL, hint, at);
      case COMPLEMENT -> { // ~n = −n − 1, in 32 and in 64 bits
        Value negative = emitter.add("aten::neg.int", List.of(operand), Type.INT, "", at);
        yield plus(negative, -1, at);
      }
      case NEGATE -> {
        boolean whole = operand.type() == Type.INT;
        String op = whole ? "aten::neg.int" : "aten::neg.float";
        boolean rounds = rounds(unary);
        Value exact = emitter.add(op, List.of(operand), operand.type(), rounds ? "" : hint, at);
        yield rounds ? round(exact, unary.type(), hint, at) : exact;
      }
    };
  }

  private Value convert(Expression.Convert convert, String hint) {
    ScriptType from = convert.value().type();
    ScriptType to = convert.type();
    At at = convert.at();
    if (convert.value() instanceof Expression.Literal literal
        && literal.value() instanceof Number number
        && to.isNumeric()) {
      return emitter.constant(constant(number, (Simple) to), GraphTypes.of(to), at);
    }
    Value value = expressions.lower(convert.value(), to.equals(from) ? hint : "");
    if (!to.isNumeric() || !from.isNumeric() || to.equals(from)) {
      return value;
    }
    boolean fromWhole = value.type() == Type.INT;
    boolean toWhole = GraphTypes.of(to) == Type.INT;
    if (fromWhole && toWhole) {
      return from == Simple.LONG ? round(value, to, hint, at) : value;
    } else if (toWhole) {
      String op = to == Simple.INT ? "cresset::to_int" : "cresset::to_long";
      return emitter.add(op, List.of(value), Type.INT, hint, at);
    } else if (fromWhole) {
      Value exact = emitter.add("aten::Float.Scalar", List.of(value), Type.FLOAT, "", at);
      return round(exact, to, hint, at);
    }
    return from == Simple.DOUBLE ? round(value, to, hint, at) : value;
  }

  private static Object constant(Number number, Simple to) {
    return switch (to) {
      case INT -> (long) number.intValue();
      case LONG -> number.longValue();
      case FLOAT -> (double) number.floatValue();
      default -> number.doubleValue();
    };
  }

  private Value call(Expression.ScalarCall call, String hint) {
    List<Value> in = call.arguments().stream().map(each -> expressions.lower(each, "")).toList();
    Type type = GraphTypes.of(call.type());
    String kind = type == Type.INT ? ".int" : ".float";
    String name =
        switch (call.function()) {
          case "maximum" -> "prim::max" + kind;
          case "minimum" -> "prim::min" + kind;
          case "abs" -> "prim::abs" + kind;
          default -> "aten::" + call.function() + kind;
        };
    boolean rounds = call.type() == Simple.FLOAT;
    Value exact = emitter.add(name, in, type, rounds ? "" : hint, call.at());
    return rounds ? round(exact, call.type(), hint, call.at()) : exact;
  }

  private static boolean rounds(Expression expression) {
    if (expression.type() == Simple.FLOAT) {
      return !(expression instanceof Unary);
    }
    return expression.type() == Simple.INT && !Range.of(expression).fitsInt();
  }

  /** {@code value} as the nearest of Java's 32-bit type; nothing for long and double. */
  private Value round(Value value, ScriptType type, String hint, At at) {
    if (type == Simple.INT) {
      return emitter.add("cresset::wrap_int", List.of(value), Type.INT, hint, at);
    } else if (type == Simple.FLOAT) {
      return emitter.add("cresset::round_float", List.of(value), Type.FLOAT, hint, at);
    }
    return value;
  }

  /** {@code value + amount}, where no 32-bit result is asked for. */
  Value plus(Value value, long amount, At at) {
    Value constant = emitter.constant(amount, Type.INT, At.NOWHERE);
    return emitter.add("aten::add.int", List.of(value, constant), Type.INT, "", at);
  }

  /** How many values {@code start, start + step, ..} come before {@code end}. */
  Value rangeLength(Value start, Value end, long step, At at) {
    Value by = emitter.constant(step, Type.INT, At.NOWHERE);
    return emitter.add("aten::__range_length", List.of(start, end, by), Type.INT, "", at);
  }

  /** {@code start + turn · step}. */
  Value derivedIndex(Value turn, Value start, long step, At at, String hint) {
    Value by = emitter.constant(step, Type.INT, At.NOWHERE);
    return emitter.add("aten::__derive_index", List.of(turn, start, by), Type.INT, hint, at);
  }

  /** {@code !a}. */
  Value not(Value a, At at) {
    return emitter.add("aten::__not__", List.of(a), Type.BOOL, "", at);
  }
}
