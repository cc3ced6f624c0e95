package dev.cresset.processor.extract;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.OptionalOf;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Unsupported;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The expressions of one method. Whatever cannot be read has been reported when this throws. */
final class ExpressionReader {
  private final Context context;
  private final Unit unit;
  private final Types types;
  private final Locals locals;
  private final MethodScope method;
  private final NumberReader numbers;
  private final FieldAccess fields;
  private final CallReader calls;
  private final ConstructReader constructs;

  ExpressionReader(Context context, Locals locals, MethodScope method) {
    this.context = context;
    this.unit = context.unit();
    this.types = context.types();
    this.locals = locals;
    this.method = method;
    this.numbers = new NumberReader(context, this);
    this.fields = new FieldAccess(context, this, method);
    this.calls = new CallReader(context, this, method);
    this.constructs = new ConstructReader(context, this);
  }

  NumberReader numbers() {
    return numbers;
  }

  FieldAccess fields() {
    return fields;
  }

  ConstructReader constructs() {
    return constructs;
  }

  Locals locals() {
    return locals;
  }

  /** Reads {@code tree}. */
  Typed read(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree inner) {
      return read(inner.getExpression());
    }
    Typed read = any(tree);
    boolean poly =
        tree instanceof ConditionalExpressionTree && numbers.primitive(read.type()) == null;
    if (!poly) {
      unit.findings().type(tree, read.type());
    }
    return method.checked(read, tree, unit);
  }

  private Typed any(ExpressionTree tree) {
    if (tree instanceof LiteralTree literal) {
      return literal(literal);
    } else if (tree instanceof IdentifierTree name) {
      return name(name);
    } else if (tree instanceof MemberSelectTree select) {
      return fields.select(select);
    } else if (tree instanceof MethodInvocationTree call) {
      return calls.read(call, null, false);
    } else if (tree instanceof BinaryTree binary) {
      return numbers.binary(binary);
    } else if (tree instanceof UnaryTree unary) {
      return switch (tree.getKind()) {
        case UNARY_MINUS, UNARY_PLUS, BITWISE_COMPLEMENT, LOGICAL_COMPLEMENT ->
            numbers.unary(unary);
        default -> throw unit.refuse(Problem.ASSIGNMENT_AS_VALUE, tree);
      };
    } else if (tree instanceof ConditionalExpressionTree choice) {
      return conditional(choice);
    } else if (tree instanceof TypeCastTree cast) {
      return cast(cast);
    } else if (tree instanceof NewClassTree make) {
      return constructs.object(make, null);
    } else if (tree instanceof NewArrayTree make) {
      return constructs.array(make, null);
    } else if (tree instanceof ArrayAccessTree access) {
      return element(access);
    } else if (tree instanceof LambdaExpressionTree) {
      throw unit.refuse(Problem.LAMBDA, tree);
    } else if (tree instanceof MemberReferenceTree) {
      throw unit.refuse(Problem.METHOD_REFERENCE, tree);
    } else if (tree instanceof InstanceOfTree) {
      throw unit.refuse(Problem.INSTANCEOF, tree);
    } else if (tree instanceof SwitchExpressionTree) {
      throw unit.refuse(Problem.SWITCH, tree);
    } else if (tree instanceof AssignmentTree || tree instanceof CompoundAssignmentTree) {
      throw unit.refuse(Problem.ASSIGNMENT_AS_VALUE, tree);
    }
    throw unit.leave(tree, "'" + tree + "' has no meaning in a graph");
  }

  /** Reads {@code tree} as what {@code type} is asked for. */
  Typed read(ExpressionTree tree, TypeMirror type) {
    Typed read = asked(tree, type);
    if (!types.isAssignable(read.type(), type) && !isSmallConstant(read, type)) {
      throw unit.leave(tree, TypeReader.text(read.type()) + " is no " + TypeReader.text(type));
    }
    return numbers.convert(read, type, tree);
  }

  /** Reads {@code tree}, which may ask for what {@code type} tells. */
  private Typed asked(ExpressionTree tree, TypeMirror type) {
    Typed read;
    if (tree instanceof ParenthesizedTree inner) {
      return asked(inner.getExpression(), type);
    } else if (tree instanceof NewArrayTree make && make.getType() == null) {
      return constructs.array(make, type);
    } else if (tree instanceof NewClassTree make) {
      read = constructs.object(make, type);
    } else if (tree instanceof MethodInvocationTree call) {
      read = calls.read(call, type, false);
    } else {
      return read(tree);
    }
    unit.findings().type(tree, read.type());
    return method.checked(read, tree, unit);
  }

  /** Reads {@code tree} for what it does. */
  Typed effect(ExpressionTree tree) {
    return tree instanceof MethodInvocationTree call ? calls.read(call, null, true) : read(tree);
  }

  /** Constants of int go into boxes and smaller types without a cast; the rest is javac's. */
  private static boolean isSmallConstant(Typed read, TypeMirror type) {
    return read.expression() instanceof Expression.Literal
        && read.scriptType() == Simple.INT
        && (type.getKind() == TypeKind.SHORT || type.getKind() == TypeKind.BYTE);
  }

  // ---- literals and names

  private Typed literal(LiteralTree tree) {
    Object value = tree.getValue();
    TypeMirror type =
        switch (tree.getKind()) {
          case INT_LITERAL -> types.getPrimitiveType(TypeKind.INT);
          case LONG_LITERAL -> types.getPrimitiveType(TypeKind.LONG);
          case FLOAT_LITERAL -> types.getPrimitiveType(TypeKind.FLOAT);
          case DOUBLE_LITERAL -> types.getPrimitiveType(TypeKind.DOUBLE);
          case BOOLEAN_LITERAL -> types.getPrimitiveType(TypeKind.BOOLEAN);
          case STRING_LITERAL -> context.names().text();
          case NULL_LITERAL -> types.getNullType();
          default -> throw unit.refuse(Problem.TYPE, tree, "char");
        };
    return constant(value, type, tree);
  }

  /** A constant of the compiler. */
  Typed constant(@Nullable Object value, TypeMirror type, Tree tree) {
    ScriptType script = supported(context.script().of(type), tree);
    Object kept =
        value instanceof Integer whole
            ? Long.valueOf(whole)
            : value instanceof Float real ? Double.valueOf(real) : value;
    return new Typed(new Expression.Literal(kept, script, unit.at(tree)), type);
  }

  private Typed name(IdentifierTree tree) {
    String name = tree.getName().toString();
    if (name.equals("this")) {
      return self(tree);
    } else if (name.equals("super")) {
      throw unit.refuse(Problem.SUPER, tree);
    }
    Locals.Local local = locals.find(name);
    if (local == null) {
      return fields.unqualified(name, tree);
    }
    Locals.Known known = local.known();
    if (known == null) {
      throw new Refusal(); // its declaration has been reported
    } else if (locals.isUnset(name)) {
      throw unit.leave(tree, "'" + name + "' may have no value here");
    }
    return new Typed(new Expression.Variable(name, known.script(), unit.at(tree)), known.type());
  }

  /** {@code this}. */
  Typed self(Tree tree) {
    if (method.isStatic()) {
      throw unit.refuse(Problem.INSTANCE_IN_STATIC, tree, "this");
    }
    TypeMirror self = context.names().self();
    return new Typed(
        new Expression.Self(supported(context.script().of(self), tree), unit.at(tree)), self);
  }

  /** {@code type}, which must be one that the graph has a meaning for. */
  ScriptType supported(ScriptType type, Tree tree) {
    found(type, tree);
    if (type instanceof Unsupported none) {
      throw unit.refuse(Problem.TYPE, tree, none.javaType());
    }
    return type;
  }

  /** Leaves {@code tree} to javac if no class is found for {@code type}. */
  void found(ScriptType type, Tree tree) {
    if (type instanceof Unsupported none && none.missing()) {
      throw unit.leave(tree, "no class '" + none.javaType() + "' is found");
    }
  }

  // ---- choices, casts, elements

  private Typed conditional(ConditionalExpressionTree tree) {
    Typed condition = numbers.truth(tree.getCondition());
    Typed then = read(tree.getTrueExpression());
    Typed otherwise = read(tree.getFalseExpression());
    PrimitiveType a = numbers.primitive(then.type());
    PrimitiveType b = numbers.primitive(otherwise.type());
    if (a != null && b != null) {
      boolean numeric = NumberReader.isNumber(a) && NumberReader.isNumber(b);
      TypeMirror type = numeric ? numbers.promoted(a, b) : a;
      if (!numeric && a.getKind() != b.getKind()) {
        throw unit.leave(tree, "both sides must be of one type");
      }
      then = numbers.convert(then, type, tree);
      otherwise = numbers.convert(otherwise, type, tree);
      return choice(condition, then, otherwise, type, context.script().of(type), tree);
    }
    boolean first = types.isAssignable(otherwise.type(), then.type());
    if (!first && !types.isAssignable(then.type(), otherwise.type())) {
      throw unit.leave(tree, "both sides must be of one type");
    }
    Typed wide = first && then.type().getKind() != TypeKind.NULL ? then : otherwise;
    ScriptType plain = NumberReader.plain(wide.scriptType());
    boolean nullable = isNullable(then.scriptType()) || isNullable(otherwise.scriptType());
    return choice(
        condition,
        then,
        otherwise,
        wide.type(),
        nullable && plain != Simple.NULL ? new OptionalOf(plain) : plain,
        tree);
  }

  private static boolean isNullable(ScriptType type) {
    return type == Simple.NULL || type instanceof OptionalOf;
  }

  private Typed choice(
      Typed condition, Typed then, Typed otherwise, TypeMirror type, ScriptType script, Tree tree) {
    return new Typed(
        new Expression.Conditional(
            condition.expression(),
            then.expression(),
            otherwise.expression(),
            script,
            unit.at(tree)),
        type);
  }

  private Typed cast(TypeCastTree tree) {
    Typed value = read(tree.getExpression());
    TypeMirror type = type(tree.getType());
    Typed number = numbers.cast(value, type, tree);
    if (number != null) {
      return number;
    } else if (types.isSubtype(value.type(), type)) {
      return new Typed(value.expression(), type);
    }
    throw unit.refuse(Problem.CAST, tree, TypeReader.text(type));
  }

  /** The type that {@code tree} names. */
  TypeMirror type(Tree tree) {
    TypeMirror type = context.names().type(tree);
    if (type == null) {
      throw unit.leave(tree, "no class '" + tree + "' is found");
    }
    return type;
  }

  private Typed element(ArrayAccessTree tree) {
    Typed array = read(tree.getExpression());
    Typed index = read(tree.getIndex());
    if (!(array.type() instanceof ArrayType type) || index.scriptType() != Simple.INT) {
      throw unit.leave(tree, "only arrays have elements, and ints count them");
    }
    ListOf list = (ListOf) supported(NumberReader.plain(array.scriptType()), tree);
    return new Typed(
        new Expression.ElementAt(
            array.expression(), index.expression(), list.element(), unit.at(tree)),
        type.getComponentType());
  }
}
