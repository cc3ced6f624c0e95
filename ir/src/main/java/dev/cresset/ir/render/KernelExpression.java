package dev.cresset.ir.render;

import dev.cresset.ir.plan.Cell;
import dev.cresset.ir.scalar.Primitive;
import dev.cresset.ir.scalar.Scalar;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Cells as Java expressions, with no more brackets than Java asks for. */
final class KernelExpression {
  private static final int TERNARY = 1;
  private static final int OR = 2;
  private static final int AND = 3;
  private static final int BITS = 4;
  private static final int EQUALITY = 5;
  private static final int RELATION = 6;
  private static final int SUM = 7;
  private static final int PRODUCT = 8;
  private static final int UNARY = 9;
  private static final int PRIMARY = 10;

  private final Form form;
  private final Map<Cell, String> known;
  private final IntFunction<String> parameters;

  /**
   * Writes expressions.
   *
   * @param known what has a name already, or lies in an array
   */
  KernelExpression(Form form, Map<Cell, String> known, IntFunction<String> parameters) {
    this.form = form;
    this.known = known;
    this.parameters = parameters;
  }

  /** A text and how strongly it binds. */
  private record Text(String text, int level) {
    /** As a part of something that binds as strongly as {@code outer}. */
    String in(int outer) {
      return level < outer ? "(" + text + ")" : text;
    }
  }

  /** The cell as a number. */
  String number(Cell cell) {
    return numberText(cell).text();
  }

  /** The cell as a boolean. */
  String truth(Cell cell) {
    return truthText(cell).text();
  }

  private static boolean isTruth(Cell cell) {
    Primitive function = cell.function();
    return function != null && function.givesTruth();
  }

  /** Whether the name that is known for a truth is a boolean's. */
  private boolean isBoolean(Cell cell) {
    String name = known.get(cell);
    return isTruth(cell) && (name == null || !name.endsWith("]"));
  }

  private Text numberText(Cell cell) {
    if (isBoolean(cell)) {
      return select(truthText(cell), literal(1), literal(0));
    }
    String name = known.get(cell);
    if (name != null) {
      return new Text(name, PRIMARY);
    } else if (cell.scalar() instanceof Scalar.Parameter parameter) {
      return new Text(parameters.apply(parameter.index()), PRIMARY);
    } else if (cell.scalar() instanceof Scalar.Constant constant) {
      String literal = form.literal(constant.value());
      return new Text(literal, literal.startsWith("-") ? UNARY : PRIMARY);
    } else if (cell.scalar() instanceof Scalar.RowLength) {
      return new Text("to", PRIMARY);
    }
    Primitive function = cell.function();
    if (function == null) {
      throw new IllegalStateException(cell + " is not read in this step");
    }
    return call(function, cell.operands());
  }

  private Text truthText(Cell cell) {
    String name = known.get(cell);
    if (isBoolean(cell) && name != null) {
      return new Text(name, PRIMARY);
    }
    Primitive function = cell.function();
    if (!isBoolean(cell) || function == null) {
      return new Text(numberText(cell).in(RELATION) + " != " + form.literal(0), EQUALITY);
    }
    List<Cell> in = cell.operands();
    return switch (function) {
      case LESS -> relation(in, "<", RELATION);
      case LESS_EQUAL -> relation(in, "<=", RELATION);
      case GREATER -> relation(in, ">", RELATION);
      case GREATER_EQUAL -> relation(in, ">=", RELATION);
      case EQUAL -> relation(in, "==", EQUALITY);
      case NOT_EQUAL -> relation(in, "!=", EQUALITY);
      case AND -> logic(in, "&", AND); // && and || would be branches
      case OR -> logic(in, "|", OR);
      default -> new Text("!" + truthText(in.get(0)).in(PRIMARY), UNARY);
    };
  }

  private Text logic(List<Cell> in, String sign, int level) {
    String left = truthText(in.get(0)).in(level);
    return new Text(left + " " + sign + " " + truthText(in.get(1)).in(level + 1), level);
  }

  private Text literal(double value) {
    return new Text(form.literal(value), PRIMARY);
  }

  /** Of whole numbers {@code ?:} is no branch. */
  private Text select(Text condition, Text a, Text b) {
    return form == Form.I64
        ? new Text(condition.in(OR) + " ? " + a.in(OR) + " : " + b.in(TERNARY), TERNARY)
        : new Text(
            "Numbers.select(" + condition.text() + ", " + a.text() + ", " + b.text() + ")",
            PRIMARY);
  }

  private Text relation(List<Cell> in, String sign, int level) {
    return infix(in, sign, level);
  }

  private Text infix(List<Cell> in, String sign, int level) {
    return new Text(
        numberText(in.get(0)).in(level) + " " + sign + " " + numberText(in.get(1)).in(level + 1),
        level);
  }

  private Text call(Primitive function, List<Cell> in) {
    boolean whole = form == Form.I64;
    return switch (function) {
      case ADD -> infix(in, "+", SUM);
      case SUB -> infix(in, "-", SUM);
      case MUL -> infix(in, "*", PRODUCT);
      case DIV -> whole ? function("Numbers.truncDiv", in) : infix(in, "/", PRODUCT);
      case FMOD -> whole ? function("Numbers.fmod", in) : infix(in, "%", PRODUCT);
      case NEG -> prefix("-", in);
      case BIT_NOT -> prefix("~", in);
      case BIT_AND -> bits(in, "&");
      case BIT_OR -> bits(in, "|");
      case BIT_XOR -> bits(in, "^");
      case SHIFT_LEFT -> function("Numbers.shiftLeft", in);
      case SHIFT_RIGHT -> function("Numbers.shiftRight", in);
      case SELECT -> select(truthText(in.get(0)), numberText(in.get(1)), numberText(in.get(2)));
      case GATE -> function("Numbers.gate", in);
      case ABS -> function("Math.abs", in);
      case MAX -> function("Math.max", in);
      case MIN -> function("Math.min", in);
      case REMAINDER -> function("Numbers.remainder", in);
      case FLOOR_DIV -> function("Numbers.floorDiv", in);
      case POW -> whole ? function("Numbers.pow", in) : real("Numbers.pow", in);
      case FLOOR -> whole ? numberText(in.get(0)) : real("Math.floor", in);
      case CEIL -> whole ? numberText(in.get(0)) : real("Math.ceil", in);
      case TRUNC -> whole ? numberText(in.get(0)) : real("Numbers.trunc", in);
      case ROUND -> whole ? numberText(in.get(0)) : real("Math.rint", in);
      case SIGN -> whole ? function("Long.signum", in) : real("Numbers.sign", in);
      case LOG2, SIGMOID, ERF, ERFC ->
          real("Numbers." + function.name().toLowerCase(java.util.Locale.ROOT), in);
      default -> real("Math." + function.name().toLowerCase(java.util.Locale.ROOT), in);
    };
  }

  private Text bits(List<Cell> in, String sign) {
    return new Text(
        numberText(in.get(0)).in(SUM) + " " + sign + " " + numberText(in.get(1)).in(SUM), BITS);
  }

  /** A space keeps two minus signs apart. */
  private Text prefix(String sign, List<Cell> in) {
    String operand = numberText(in.get(0)).in(UNARY);
    return new Text(operand.startsWith(sign) ? sign + " " + operand : sign + operand, UNARY);
  }

  private Text function(String name, List<Cell> in) {
    List<String> arguments = in.stream().map(this::number).toList();
    return new Text(name + "(" + String.join(", ", arguments) + ")", PRIMARY);
  }

  /** A function in double precision, rounded to the form's. */
  private Text real(String name, List<Cell> in) {
    Text call = function(name, in);
    return form == Form.F32 ? new Text("(float) " + call.text(), UNARY) : call;
  }
}
