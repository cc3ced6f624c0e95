package dev.cresset.processor.extract;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Binary;
import dev.cresset.processor.script.Expression.Convert;
import dev.cresset.processor.script.Expression.Literal;
import dev.cresset.processor.script.Expression.Unary;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.OptionalOf;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Operators and conversions: Java's numeric promotion (JLS 5.6) made visible. */
final class NumberReader {

  /** An operator: its text, the node, and the tensor op that stands for it. */
  private record Symbol(String text, Binary.Operator operator, String op) {}

  private static final Map<Tree.Kind, Symbol> SYMBOLS =
      Map.ofEntries(
          Map.entry(Tree.Kind.PLUS, new Symbol("+", Binary.Operator.ADD, "add")),
          Map.entry(Tree.Kind.MINUS, new Symbol("-", Binary.Operator.SUBTRACT, "sub")),
          Map.entry(Tree.Kind.MULTIPLY, new Symbol("*", Binary.Operator.MULTIPLY, "mul")),
          Map.entry(Tree.Kind.DIVIDE, new Symbol("/", Binary.Operator.DIVIDE, "div")),
          Map.entry(Tree.Kind.REMAINDER, new Symbol("%", Binary.Operator.REMAINDER, "remainder")),
          Map.entry(Tree.Kind.EQUAL_TO, new Symbol("==", Binary.Operator.EQUAL, "eq")),
          Map.entry(Tree.Kind.NOT_EQUAL_TO, new Symbol("!=", Binary.Operator.NOT_EQUAL, "ne")),
          Map.entry(Tree.Kind.LESS_THAN, new Symbol("<", Binary.Operator.LESS, "lt")),
          Map.entry(Tree.Kind.LESS_THAN_EQUAL, new Symbol("<=", Binary.Operator.LESS_EQUAL, "le")),
          Map.entry(Tree.Kind.GREATER_THAN, new Symbol(">", Binary.Operator.GREATER, "gt")),
          Map.entry(
              Tree.Kind.GREATER_THAN_EQUAL, new Symbol(">=", Binary.Operator.GREATER_EQUAL, "ge")),
          Map.entry(
              Tree.Kind.CONDITIONAL_AND, new Symbol("&&", Binary.Operator.AND_THEN, "logicalAnd")),
          Map.entry(
              Tree.Kind.CONDITIONAL_OR, new Symbol("||", Binary.Operator.OR_ELSE, "logicalOr")),
          Map.entry(Tree.Kind.AND, new Symbol("&", Binary.Operator.AND, "logicalAnd")),
          Map.entry(Tree.Kind.OR, new Symbol("|", Binary.Operator.OR, "logicalOr")),
          Map.entry(Tree.Kind.XOR, new Symbol("^", Binary.Operator.XOR, "logicalXor")),
          Map.entry(Tree.Kind.LEFT_SHIFT, new Symbol("<<", Binary.Operator.SHIFT_LEFT, "mul")),
          Map.entry(Tree.Kind.RIGHT_SHIFT, new Symbol(">>", Binary.Operator.SHIFT_RIGHT, "div")),
          Map.entry(
              Tree.Kind.UNSIGNED_RIGHT_SHIFT,
              new Symbol(">>>", Binary.Operator.SHIFT_RIGHT_UNSIGNED, "div")));

  private static final Set<Binary.Operator> BITS =
      EnumSet.of(Binary.Operator.AND, Binary.Operator.OR, Binary.Operator.XOR);

  private static final Set<Binary.Operator> SHIFTS =
      EnumSet.of(
          Binary.Operator.SHIFT_LEFT,
          Binary.Operator.SHIFT_RIGHT,
          Binary.Operator.SHIFT_RIGHT_UNSIGNED);

  private final Context context;
  private final ExpressionReader expressions;
  private final Types types;

  NumberReader(Context context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
    this.types = context.types();
  }

  // ---- two operands

  Typed binary(BinaryTree tree) {
    Typed left;
    try {
      left = expressions.read(tree.getLeftOperand());
    } catch (Refusal refusal) {
      expressions.read(tree.getRightOperand()); // all that is wrong, at once
      throw refusal;
    }
    Typed right = expressions.read(tree.getRightOperand());
    return binary(tree.getKind(), left, right, tree);
  }

  /** {@code left kind right}, both read; {@code tree} is where it stands. */
  Typed binary(Tree.Kind kind, Typed left, Typed right, Tree tree) {
    Symbol symbol = SYMBOLS.get(kind);
    if (symbol == null) {
      throw new IllegalStateException(kind + " is no operator of two operands");
    }
    boolean equality = kind == Tree.Kind.EQUAL_TO || kind == Tree.Kind.NOT_EQUAL_TO;
    if (equality && (isNull(left) || isNull(right))) {
      return isNull(isNull(left) ? right : left, kind == Tree.Kind.NOT_EQUAL_TO, tree);
    }
    boolean texts = isText(left) || isText(right);
    if ((isTensor(left) || isTensor(right)) && !texts) {
      throw context.unit().refuse(Problem.TENSOR_OPERATOR, tree, symbol.text(), symbol.op());
    }
    Binary.Operator operator = symbol.operator();
    if (texts) {
      return text(operator, symbol, left, right, tree);
    }
    PrimitiveType a = primitive(left.type());
    PrimitiveType b = primitive(right.type());
    if (a == null || b == null) {
      if (equality) {
        throw context
            .unit()
            .refuse(Problem.IDENTITY, tree, symbol.text(), "the call that compares");
      }
      throw context.unit().leave(tree, "'" + symbol.text() + "' is not for these operands");
    }
    TypeMirror truth = types.getPrimitiveType(TypeKind.BOOLEAN);
    boolean logical = operator == Binary.Operator.AND_THEN || operator == Binary.Operator.OR_ELSE;
    boolean truths = a.getKind() == TypeKind.BOOLEAN && b.getKind() == TypeKind.BOOLEAN;
    boolean bits = BITS.contains(operator);
    if (truths && (logical || equality || bits)) {
      return made(operator, left.expression(), right.expression(), truth, tree);
    }
    if (logical || !isNumber(a) || !isNumber(b)) {
      throw context.unit().leave(tree, "'" + symbol.text() + "' is not for these operands");
    }
    if (SHIFTS.contains(operator)) {
      return shift(operator, left, right, tree);
    }
    PrimitiveType promoted = promoted(a, b);
    if (bits && !isWhole(promoted)) {
      throw context.unit().leave(tree, "'" + symbol.text() + "' is not for these operands");
    }
    boolean compares = operator.compareTo(Binary.Operator.EQUAL) >= 0;
    return made(
        operator,
        convert(left, promoted, tree).expression(),
        convert(right, promoted, tree).expression(),
        compares ? truth : promoted,
        tree);
  }

  /** Each side of a shift is promoted by itself. */
  private Typed shift(Binary.Operator operator, Typed left, Typed right, Tree tree) {
    PrimitiveType whole = types.getPrimitiveType(TypeKind.INT);
    PrimitiveType type = promoted(Objects.requireNonNull(primitive(left.type())), whole);
    PrimitiveType by = promoted(Objects.requireNonNull(primitive(right.type())), whole);
    if (!isWhole(type) || !isWhole(by)) {
      throw context.unit().leave(tree, "only whole numbers are shifted");
    }
    return made(
        operator,
        convert(left, type, tree).expression(),
        convert(right, by, tree).expression(),
        type,
        tree);
  }

  private static boolean isWhole(PrimitiveType type) {
    return type.getKind() == TypeKind.INT || type.getKind() == TypeKind.LONG;
  }

  private Typed made(
      Binary.Operator operator, Expression left, Expression right, TypeMirror type, Tree tree) {
    return new Typed(
        new Binary(operator, left, right, context.script().of(type), context.unit().at(tree)),
        type);
  }

  private Typed isNull(Typed value, boolean negated, Tree tree) {
    if (value.type().getKind().isPrimitive()) {
      throw context.unit().leave(tree, "a number is never null");
    }
    return new Typed(
        new Expression.IsNull(value.expression(), negated, context.unit().at(tree)),
        types.getPrimitiveType(TypeKind.BOOLEAN));
  }

  private Typed text(Binary.Operator operator, Symbol symbol, Typed left, Typed right, Tree tree) {
    if (operator == Binary.Operator.EQUAL || operator == Binary.Operator.NOT_EQUAL) {
      throw context.unit().refuse(Problem.IDENTITY, tree, symbol.text(), "'a.equals(b)'");
    } else if (operator != Binary.Operator.ADD) {
      throw context.unit().leave(tree, "'" + symbol.text() + "' is not for texts");
    }
    return made(
        operator,
        expressions.constructs().text(left, tree),
        expressions.constructs().text(right, tree),
        context.names().text(),
        tree);
  }

  // ---- one operand

  Typed unary(UnaryTree tree) {
    Typed operand = expressions.read(tree.getExpression());
    Tree.Kind kind = tree.getKind();
    if (isTensor(operand)) {
      String sign = kind == Tree.Kind.LOGICAL_COMPLEMENT ? "!" : "-";
      throw context
          .unit()
          .refuse(Problem.TENSOR_OPERATOR, tree, sign, sign.equals("!") ? "logicalNot" : "neg");
    }
    PrimitiveType type = primitive(operand.type());
    if (type == null
        || (kind == Tree.Kind.LOGICAL_COMPLEMENT) == isNumber(type)
        || kind == Tree.Kind.BITWISE_COMPLEMENT
            && (type.getKind() == TypeKind.FLOAT || type.getKind() == TypeKind.DOUBLE)) {
      throw context.unit().leave(tree, "this operator is not for this operand");
    }
    if (kind == Tree.Kind.LOGICAL_COMPLEMENT) {
      return made(Unary.Operator.NOT, operand.expression(), type, tree);
    }
    PrimitiveType promoted = promoted(type, types.getPrimitiveType(TypeKind.INT));
    Typed value = convert(operand, promoted, tree);
    if (kind == Tree.Kind.UNARY_PLUS) {
      return value;
    } else if (kind == Tree.Kind.BITWISE_COMPLEMENT) {
      return made(Unary.Operator.COMPLEMENT, value.expression(), promoted, tree);
    }
    if (value.expression() instanceof Literal literal && literal.value() instanceof Double real) {
      return new Typed(new Literal(-real, literal.type(), context.unit().at(tree)), promoted);
    }
    return made(Unary.Operator.NEGATE, value.expression(), promoted, tree);
  }

  private Typed made(Unary.Operator operator, Expression operand, TypeMirror type, Tree tree) {
    return new Typed(
        new Unary(operator, operand, context.script().of(type), context.unit().at(tree)), type);
  }

  // ---- conversions

  /** {@code value} as an assignment or a call to {@code type} gives it. */
  Typed convert(Typed value, TypeMirror type, Tree tree) {
    ScriptType to = context.script().of(type);
    ScriptType from = plain(value.scriptType());
    if (!from.isNumeric() || from.equals(to) || !(to.isNumeric() || to == Simple.NUMBER)) {
      return new Typed(value.expression(), type);
    }
    if (value.expression() instanceof Literal literal
        && literal.value() instanceof Number number
        && to.isNumeric()) {
      return new Typed(new Literal(as(number, (Simple) to), to, literal.at()), type);
    }
    return new Typed(new Convert(value.expression(), to, context.unit().at(tree)), type);
  }

  private static Object as(Number number, Simple to) {
    return switch (to) {
      case INT -> (long) number.intValue();
      case LONG -> number.longValue();
      case FLOAT -> (double) number.floatValue();
      default -> number.doubleValue();
    };
  }

  /** {@code (type) value} of numbers; null if they are none. */
  @Nullable Typed cast(Typed value, TypeMirror type, Tree tree) {
    PrimitiveType from = primitive(value.type());
    PrimitiveType to = primitive(type);
    return from != null && to != null && isNumber(from) && isNumber(to)
        ? new Typed(convert(value, to, tree).expression(), type)
        : null;
  }

  /** Binary numeric promotion. */
  PrimitiveType promoted(PrimitiveType a, PrimitiveType b) {
    for (TypeKind kind : new TypeKind[] {TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG}) {
      if (a.getKind() == kind || b.getKind() == kind) {
        return types.getPrimitiveType(kind);
      }
    }
    return types.getPrimitiveType(TypeKind.INT);
  }

  /** The primitive type that {@code type} is or boxes, or null. */
  @Nullable PrimitiveType primitive(TypeMirror type) {
    if (type instanceof PrimitiveType primitive) {
      return primitive;
    }
    return Library.BOXES.contains(Library.className(type)) ? types.unboxedType(type) : null;
  }

  static boolean isNumber(PrimitiveType type) {
    return type.getKind() != TypeKind.BOOLEAN;
  }

  private static boolean isNull(Typed value) {
    return value.type().getKind() == TypeKind.NULL;
  }

  private static boolean isTensor(Typed value) {
    return plain(value.scriptType()) == Simple.TENSOR;
  }

  private static boolean isText(Typed value) {
    return plain(value.scriptType()) == Simple.STRING;
  }

  /** {@code type} without the mark that it may be null. */
  static ScriptType plain(ScriptType type) {
    return type instanceof OptionalOf option ? option.element() : type;
  }

  /** The text of an operator, for messages. */
  static String text(Tree.Kind kind) {
    Symbol symbol = SYMBOLS.get(kind);
    return symbol == null ? kind.toString() : symbol.text();
  }

  /** A condition, which must be a truth. */
  Typed truth(ExpressionTree tree) {
    Typed condition = expressions.read(tree);
    PrimitiveType type = primitive(condition.type());
    if (type == null || type.getKind() != TypeKind.BOOLEAN) {
      throw context.unit().leave(tree, "a condition is a boolean");
    }
    return condition;
  }
}
