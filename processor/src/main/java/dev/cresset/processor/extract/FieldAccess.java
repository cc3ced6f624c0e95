package dev.cresset.processor.extract;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.cresset.ir.type.DType;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Unsupported;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Fields and constants: {@code weight}, {@code block.conv1}, {@code Sizes.HIDDEN}. */
final class FieldAccess {
  private final Context context;
  private final Unit unit;
  private final ExpressionReader expressions;
  private final MethodScope method;

  FieldAccess(Context context, ExpressionReader expressions, MethodScope method) {
    this.context = context;
    this.unit = context.unit();
    this.expressions = expressions;
    this.method = method;
  }

  /** A name that is no local variable. */
  Typed unqualified(String name, Tree tree) {
    VariableElement field = context.names().field(name);
    if (field == null) {
      field = context.names().staticField(name);
    }
    if (field == null) {
      throw unit.leave(tree, "no variable '" + name + "' is found");
    } else if (field.getModifiers().contains(Modifier.STATIC)) {
      return constant(field, tree);
    } else if (method.isStatic()) {
      throw unit.refuse(Problem.INSTANCE_IN_STATIC, tree, name);
    } else if (!field.equals(context.members().field(unit.type(), name))) {
      throw unit.leave(tree, "'" + name + "' is a field of an object of the class around");
    }
    return field(expressions.self(tree), field, tree);
  }

  /** {@code receiver.name}. */
  Typed select(MemberSelectTree tree) {
    String name = tree.getIdentifier().toString();
    TypeElement owner = typeNamed(tree.getExpression());
    if (owner != null) {
      VariableElement field = context.members().field(owner, name);
      if (field == null || !field.getModifiers().contains(Modifier.STATIC)) {
        throw unit.leave(tree, "no constant '" + name + "' is found");
      }
      return constant(field, tree);
    }
    Typed receiver = expressions.read(tree.getExpression());
    if (receiver.type() instanceof ArrayType && name.equals("length")) {
      return new Typed(
          new Expression.Length(receiver.expression(), unit.at(tree)),
          context.types().getPrimitiveType(TypeKind.INT));
    }
    DeclaredType site = context.members().site(receiver.type());
    VariableElement field =
        site == null ? null : context.members().field((TypeElement) site.asElement(), name);
    if (field == null) {
      throw unit.leave(tree, "no field '" + name + "' is found");
    } else if (field.getModifiers().contains(Modifier.STATIC)) {
      return constant(field, tree);
    }
    return field(receiver, field, tree);
  }

  /** The class that {@code tree} names, where a class and not a value stands; else null. */
  @Nullable TypeElement typeNamed(ExpressionTree tree) {
    ExpressionTree first = tree;
    while (first instanceof MemberSelectTree select) {
      first = select.getExpression();
    }
    if (!(first instanceof IdentifierTree identifier)) {
      return null;
    }
    String name = identifier.getName().toString();
    boolean value =
        name.equals("this")
            || name.equals("super")
            || expressions.locals().find(name) != null
            || context.names().field(name) != null
            || context.names().staticField(name) != null;
    return value ? null : context.names().typeElement(tree);
  }

  private Typed constant(VariableElement field, Tree tree) {
    TypeMirror type = field.asType();
    Object value = field.getConstantValue();
    if (field.getKind() == ElementKind.ENUM_CONSTANT
        && Library.className(type).equals(Library.DTYPE)) {
      value = DType.valueOf(field.getSimpleName().toString());
    }
    if (value == null) {
      throw unit.refuse(Problem.NOT_CONSTANT, tree, field.getSimpleName());
    }
    return expressions.constant(value, type, tree);
  }

  private Typed field(Typed receiver, VariableElement field, Tree tree) {
    String name = field.getSimpleName().toString();
    TypeElement owner = Library.owner(field);
    DeclaredType site = context.members().site(receiver.type());
    if (site == null || !Library.isModule(site)) {
      throw unit.refuse(Problem.FIELD_OF_NO_MODULE, tree, name, TypeReader.text(receiver.type()));
    } else if (field.getModifiers().contains(Modifier.PRIVATE)) {
      throw unit.refuse(Problem.PRIVATE_READ, tree, name);
    }
    TypeMirror type = context.members().in(site, field);
    ScriptType script = context.script().of(type, Library.isNullable(field));
    expressions.found(script, tree);
    if (script instanceof Unsupported && Library.isBroken(type)) {
      throw unit.leave(tree, "a class that '" + TypeReader.text(type) + "' extends is not found");
    } else if (script instanceof Unsupported
        || NumberReader.plain(script) == Simple.DEVICE
        || NumberReader.plain(script) == Simple.GENERATOR
        || !isRegistered(field, script)) {
      throw unit.refuse(Problem.UNREGISTERED, tree, name, TypeReader.text(type));
    }
    return new Typed(
        new Expression.Field(
            receiver.expression(),
            name,
            owner.getQualifiedName().toString(),
            script,
            unit.at(tree)),
        type);
  }

  /** A field that has been reported as one without a role is read no further. */
  private static boolean isRegistered(VariableElement field, ScriptType script) {
    if (NumberReader.plain(script) == Simple.TENSOR && !Library.hasRole(field)) {
      throw new Refusal();
    }
    return !(NumberReader.plain(script) instanceof ScriptType.Tuple);
  }
}
