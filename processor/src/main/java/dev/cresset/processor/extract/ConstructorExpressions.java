package dev.cresset.processor.extract;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.cresset.ir.shape.Facts;
import dev.cresset.ir.shape.Made;
import dev.cresset.ir.shape.Made.Built;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.type.None;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the expressions of a constructor are, as far as it matters for sizes. */
final class ConstructorExpressions {
  private final ConstructorReader.Run run;
  private final Names names;
  private final LibraryCalls library;
  private final ConstructorChoice choice;

  ConstructorExpressions(ConstructorReader.Run run, Names names, Elements elements, Types types) {
    this.run = run;
    this.names = names;
    this.library = new LibraryCalls(run);
    this.choice = new ConstructorChoice(elements, types);
  }

  List<Object> all(List<? extends ExpressionTree> trees) {
    List<Object> all = new ArrayList<>();
    trees.forEach(each -> all.add(of(each)));
    return all;
  }

  /** What {@code tree} is; what it assigns or adds to is done. */
  Object of(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree inner) {
      return of(inner.getExpression());
    } else if (tree instanceof LiteralTree literal) {
      return constant(literal.getValue());
    } else if (tree instanceof IdentifierTree name) {
      return named(name.getName().toString());
    } else if (tree instanceof AssignmentTree assign) {
      return assign(assign.getVariable(), of(assign.getExpression()));
    } else if (tree instanceof CompoundAssignmentTree assign) {
      String operator = operator(tree.getKind());
      Object value = binary(operator, of(assign.getVariable()), of(assign.getExpression()));
      return assign(assign.getVariable(), value);
    } else if (tree instanceof UnaryTree unary) {
      return unary(unary);
    } else if (tree instanceof BinaryTree binary) {
      return binary(
          operator(tree.getKind()), of(binary.getLeftOperand()), of(binary.getRightOperand()));
    } else if (tree instanceof ConditionalExpressionTree conditional) {
      return Facts.choice(
          of(conditional.getCondition()),
          Growing.fact(of(conditional.getTrueExpression())),
          Growing.fact(of(conditional.getFalseExpression())));
    } else if (tree instanceof TypeCastTree cast) {
      Object value = of(cast.getExpression());
      return value instanceof Double ? Size.UNKNOWN : value;
    } else if (tree instanceof NewClassTree create) {
      return create(create);
    } else if (tree instanceof NewArrayTree array && array.getInitializers() != null) {
      return List.copyOf(all(array.getInitializers()).stream().map(Growing::fact).toList());
    } else if (tree instanceof ArrayAccessTree access) {
      return element(of(access.getExpression()), of(access.getIndex()));
    } else if (tree instanceof MemberSelectTree select) {
      return select(select);
    } else if (tree instanceof MethodInvocationTree call) {
      return call(call);
    }
    return Size.UNKNOWN;
  }

  private static Object constant(@Nullable Object value) {
    if (value == null) {
      return None.NONE;
    } else if (value instanceof Integer || value instanceof Long) {
      return Size.of(((Number) value).longValue());
    } else if (value instanceof Float || value instanceof Double) {
      return ((Number) value).doubleValue();
    }
    return value instanceof Boolean || value instanceof String ? value : Size.UNKNOWN;
  }

  private Object named(String name) {
    Object local = run.state().local(name);
    if (local != null) {
      return local;
    }
    Object field = run.state().field(name);
    if (field != null) {
      return field;
    }
    VariableElement found = names.field(name);
    VariableElement element = found == null ? names.staticField(name) : found;
    return element == null ? Size.UNKNOWN : ofConstant(element);
  }

  private static Object ofConstant(VariableElement field) {
    boolean constant = field.getModifiers().contains(Modifier.FINAL);
    Object value = constant ? field.getConstantValue() : null;
    return value == null ? Size.UNKNOWN : constant(value);
  }

  private Object assign(Tree variable, Object value) {
    if (variable instanceof IdentifierTree name) {
      run.state().assign(name.getName().toString(), value);
    } else if (variable instanceof MemberSelectTree select && isThis(select.getExpression())) {
      run.state().field(select.getIdentifier().toString(), value);
    } else if (variable instanceof ArrayAccessTree access
        && access.getExpression() instanceof IdentifierTree name) {
      run.state().assign(name.getName().toString(), Size.UNKNOWN);
    }
    return value;
  }

  private static boolean isThis(ExpressionTree tree) {
    return tree instanceof IdentifierTree name && name.getName().contentEquals("this");
  }

  // ---- operators

  private Object unary(UnaryTree tree) {
    Object value = of(tree.getExpression());
    return switch (tree.getKind()) {
      case UNARY_PLUS -> value;
      case UNARY_MINUS ->
          value instanceof Double number ? (Object) (-number) : binary("-", Size.of(0), value);
      case LOGICAL_COMPLEMENT -> Facts.operation("!", value, value);
      case PREFIX_INCREMENT -> assign(tree.getExpression(), binary("+", value, Size.of(1)));
      case PREFIX_DECREMENT -> assign(tree.getExpression(), binary("-", value, Size.of(1)));
      case POSTFIX_INCREMENT -> {
        assign(tree.getExpression(), binary("+", value, Size.of(1)));
        yield value;
      }
      case POSTFIX_DECREMENT -> {
        assign(tree.getExpression(), binary("-", value, Size.of(1)));
        yield value;
      }
      default -> Size.UNKNOWN;
    };
  }

  private static String operator(Tree.Kind kind) {
    return switch (kind) {
      case PLUS, PLUS_ASSIGNMENT -> "+";
      case MINUS, MINUS_ASSIGNMENT -> "-";
      case MULTIPLY, MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE, DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER, REMAINDER_ASSIGNMENT -> "%";
      case EQUAL_TO -> "==";
      case NOT_EQUAL_TO -> "!=";
      case LESS_THAN -> "<";
      case LESS_THAN_EQUAL -> "<=";
      case GREATER_THAN -> ">";
      case GREATER_THAN_EQUAL -> ">=";
      case CONDITIONAL_AND -> "&&";
      case CONDITIONAL_OR -> "||";
      default -> "";
    };
  }

  private static Object binary(String operator, Object left, Object right) {
    return operator.isEmpty()
        ? Size.UNKNOWN
        : Facts.operation(operator, Growing.fact(left), Growing.fact(right));
  }

  private static Object element(Object list, Object index) {
    if (list instanceof Growing growing) {
      return growing.get(index);
    }
    Long at = index instanceof Size size ? size.known() : null;
    return at != null && list instanceof List<?> all && at >= 0 && at < all.size()
        ? Facts.orUnknown(all.get(at.intValue()))
        : Size.UNKNOWN;
  }

  // ---- objects

  private Object create(NewClassTree create) {
    Tree name =
        create.getIdentifier() instanceof ParameterizedTypeTree generic
            ? generic.getType()
            : create.getIdentifier();
    TypeElement type = names.typeElement(name);
    List<Object> arguments = all(create.getArguments());
    if (type == null || create.getClassBody() != null) {
      return Size.UNKNOWN;
    }
    String className = type.getQualifiedName().toString();
    if (className.equals("java.util.ArrayList") || className.equals("java.util.LinkedList")) {
      Growing list = new Growing("");
      arguments.stream().filter(each -> !(each instanceof Size)).forEach(list::addAll);
      return list;
    } else if (LibraryCalls.LISTS.contains(className)) {
      return container(className, arguments);
    } else if (!Library.isModule(type) || Library.CONTAINERS.contains(className)) {
      return Size.UNKNOWN;
    }
    int constructor = choice.of(type, arguments);
    return constructor < 0
        ? Size.UNKNOWN
        : new Built(className, constructor, arguments.stream().map(Growing::fact).toList());
  }

  private static Growing container(String className, List<Object> arguments) {
    Growing container = new Growing(className);
    for (Object each : arguments) {
      boolean list = each instanceof Growing growing && growing.className().isEmpty();
      if (list || each instanceof List<?>) {
        container.addAll(each);
      } else if (each == Size.UNKNOWN || each instanceof Made.Parameter) {
        container.lose(); // perhaps an array, or a list
      } else {
        container.add(each);
      }
    }
    return container;
  }

  private Object select(MemberSelectTree select) {
    String name = select.getIdentifier().toString();
    if (isThis(select.getExpression())) {
      Object field = run.state().field(name);
      return field == null ? Size.UNKNOWN : field;
    }
    TypeElement owner =
        isVariable(select.getExpression()) ? null : names.typeElement(select.getExpression());
    if (owner != null) {
      VariableElement field =
          ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
              .filter(each -> each.getSimpleName().contentEquals(name))
              .findFirst()
              .orElse(null);
      return field == null ? Size.UNKNOWN : ofConstant(field);
    }
    Object object = of(select.getExpression());
    if (name.equals("length") && object instanceof List<?> list) {
      return Size.of(list.size());
    }
    return library.part(object, name);
  }

  private boolean isVariable(ExpressionTree tree) {
    return tree instanceof IdentifierTree name
        && (run.state().local(name.getName().toString()) != null
            || run.state().field(name.getName().toString()) != null);
  }

  private Object call(MethodInvocationTree call) {
    List<Object> arguments = all(call.getArguments());
    if (call.getMethodSelect() instanceof IdentifierTree name) {
      return plain(name.getName().toString(), arguments);
    }
    MemberSelectTree select = (MemberSelectTree) call.getMethodSelect();
    String name = select.getIdentifier().toString();
    if (isThis(select.getExpression())) {
      return plain(name, arguments);
    }
    TypeElement owner =
        isVariable(select.getExpression()) ? null : names.typeElement(select.getExpression());
    if (owner == null) {
      return library.method(of(select.getExpression()), name, arguments);
    }
    return owner.equals(run.type())
        ? run.called(name, arguments)
        : library.function(owner.getQualifiedName().toString(), name, arguments);
  }

  private Object plain(String name, List<Object> arguments) {
    if (name.equals("this")) {
      run.other(arguments);
      return Size.UNKNOWN;
    } else if (name.equals("super")) {
      return Size.UNKNOWN;
    } else if (name.equals("param") && arguments.size() == 1) {
      return arguments.get(0);
    }
    Names.Found found = names.methods(name);
    if (found == null) {
      return Size.UNKNOWN;
    }
    TypeElement owner = Library.owner(found.methods().get(0));
    return owner.equals(run.type())
        ? run.called(name, arguments)
        : library.function(owner.getQualifiedName().toString(), name, arguments);
  }
}
