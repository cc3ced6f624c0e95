package dev.cresset.processor.extract;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.cresset.annotations.Aten;
import dev.cresset.annotations.Script;
import dev.cresset.processor.extract.Overloads.Choice;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.ModulesOf;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Calls: of ops, modules, helpers, functions, of records and lists. */
final class CallReader {
  private final Context context;
  private final Unit unit;
  private final ExpressionReader expressions;
  private final OpReader ops;
  private final FunctionReader functions;
  private final IndexReader indices;

  CallReader(Context context, ExpressionReader expressions, MethodScope method) {
    this.context = context;
    this.unit = context.unit();
    this.expressions = expressions;
    this.ops = new OpReader(context, expressions);
    this.functions = new FunctionReader(context, expressions, method);
    this.indices = new IndexReader(context, expressions);
  }

  /**
   * A call whose method has been found.
   *
   * @param receiver null if it is static
   * @param values the arguments, each converted to its parameter, varargs as one list
   */
  record Found(
      MethodInvocationTree tree,
      ExecutableElement method,
      @Nullable Typed receiver,
      List<Typed> values,
      TypeMirror returns) {

    String name() {
      return method.getSimpleName().toString();
    }

    TypeElement owner() {
      return Library.owner(method);
    }

    String ownerName() {
      return owner().getQualifiedName().toString();
    }

    List<Expression> arguments() {
      return values.stream().map(Typed::expression).toList();
    }
  }

  /**
   * Reads a call.
   *
   * @param declared the type that is asked for, if one is
   * @param effect whether nobody asks for the result
   */
  Typed read(MethodInvocationTree tree, @Nullable TypeMirror declared, boolean effect) {
    ExpressionTree select = tree.getMethodSelect();
    if (select instanceof IdentifierTree name) {
      return unqualified(name.getName().toString(), tree);
    }
    MemberSelectTree member = (MemberSelectTree) select;
    String name = member.getIdentifier().toString();
    if (member.getExpression().toString().equals("super")) {
      throw unit.refuse(Problem.SUPER, tree);
    }
    TypeElement owner = expressions.fields().typeNamed(member.getExpression());
    if (owner != null) {
      return ofClass(owner, name, declared, tree);
    }
    return ofValue(expressions.read(member.getExpression()), name, effect, tree);
  }

  private Typed unqualified(String name, MethodInvocationTree tree) {
    Names.Found found = context.names().methods(name);
    if (found == null) {
      Set<String> known = new LinkedHashSet<>(context.names().importedMethodNames());
      known.addAll(context.members().methodNames(unit.type()));
      String nearest = Spelling.nearest(name, known);
      if (nearest != null) {
        throw unit.refuse(Problem.UNKNOWN_FUNCTION, tree.getMethodSelect(), name, nearest);
      }
      throw unit.leave(tree, "no method '" + name + "' is found");
    }
    Typed mapped = functions.map(null, found.owner(), name, tree);
    if (mapped != null) {
      return mapped;
    }
    DeclaredType site = (DeclaredType) found.owner().asType();
    Found call = resolve(site, found.methods(), null, tree);
    boolean isStatic = call.method().getModifiers().contains(Modifier.STATIC);
    if (!isStatic) {
      call = new Found(tree, call.method(), expressions.self(tree), call.values(), call.returns());
    }
    return dispatch(call, true);
  }

  private Typed ofClass(
      TypeElement owner, String name, @Nullable TypeMirror declared, MethodInvocationTree tree) {
    boolean list =
        owner.getQualifiedName().contentEquals("java.util.List") && name.equals("of")
            || owner.getQualifiedName().contentEquals("java.util.Arrays") && name.equals("asList");
    if (list) {
      return expressions.constructs().list(arguments(tree), declared, tree);
    }
    Typed made = expressions.constructs().lists().function(owner, name, tree);
    if (made != null) {
      return made;
    }
    List<ExecutableElement> methods = context.members().methods(owner, name, unit.type());
    if (methods.isEmpty()) {
      throw missing(owner, name, tree);
    }
    Typed mapped = functions.map(null, owner, name, tree);
    return mapped != null
        ? mapped
        : dispatch(resolve((DeclaredType) owner.asType(), methods, null, tree), false);
  }

  private Typed ofValue(Typed receiver, String name, boolean effect, MethodInvocationTree tree) {
    if (receiver.type() instanceof ArrayType && name.equals("clone")) {
      return expressions.constructs().lists().copy(receiver, receiver.type(), tree);
    }
    DeclaredType site = context.members().site(receiver.type());
    if (site == null) {
      throw receiver.type() instanceof ArrayType && context.names().isOfObjects(name)
          ? unit.refuse(Problem.NOT_SCRIPTED, tree, name, TypeReader.text(receiver.type()))
          : unit.leave(tree, "a " + TypeReader.text(receiver.type()) + " has no methods");
    }
    TypeElement owner = (TypeElement) site.asElement();
    List<ExecutableElement> methods = context.members().methods(owner, name, unit.type());
    if (methods.isEmpty()) {
      throw missing(owner, name, tree);
    }
    Typed special = functions.map(receiver, owner, name, tree);
    if (special == null) {
      special = indices.read(receiver, name, tree);
    }
    if (special != null) {
      return special;
    }
    Found call = resolve((DeclaredType) context.types().capture(site), methods, receiver, tree);
    boolean own = receiver.expression() instanceof Expression.Self;
    Typed done = expressions.constructs().lists().call(call, receiver, effect);
    return done == null ? dispatch(call, own) : done;
  }

  private Refusal missing(TypeElement owner, String name, MethodInvocationTree tree) {
    if (!owner.getQualifiedName().contentEquals(Library.TENSOR)) {
      return unit.leave(tree, "no method '" + name + "' is found");
    }
    String nearest = Spelling.nearest(name, ops.names(owner));
    String hint =
        nearest == null
            ? "; write it with ops, or as a @Script method of your own"
            : "; did you mean '" + nearest + "'?";
    return unit.refuse(Problem.UNKNOWN_OP, tree.getMethodSelect(), name, hint);
  }

  // ---- arguments

  private List<Typed> arguments(MethodInvocationTree tree) {
    return unit.each(tree.getArguments(), expressions::read);
  }

  private Found resolve(
      DeclaredType site,
      List<ExecutableElement> candidates,
      @Nullable Typed receiver,
      MethodInvocationTree tree) {
    List<Typed> given = arguments(tree);
    Choice choice =
        context.overloads().choose(site, candidates, given.stream().map(Typed::type).toList());
    if (choice == null) {
      ExecutableElement first = candidates.get(0);
      if (candidates.stream().anyMatch(each -> !each.getTypeParameters().isEmpty())) {
        throw unit.refuse(Problem.GENERIC_CALL, tree, first.getSimpleName());
      }
      throw unit.leave(tree, "no '" + first.getSimpleName() + "' takes these arguments");
    }
    unit.findings().method(tree, choice.method());
    boolean isStatic = choice.method().getModifiers().contains(Modifier.STATIC);
    return new Found(
        tree,
        choice.method(),
        isStatic ? null : receiver,
        values(choice, given, tree),
        choice.returns());
  }

  private List<Typed> values(Choice choice, List<Typed> given, MethodInvocationTree tree) {
    List<Typed> values = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Tree place = tree.getArguments().get(i);
      values.add(expressions.numbers().convert(given.get(i), choice.parameters().get(i), place));
    }
    if (choice.spread() < 0) {
      return values;
    }
    int fixed = values.size() - choice.spread();
    List<? extends VariableElement> parameters = choice.method().getParameters();
    TypeMirror type = parameters.get(parameters.size() - 1).asType();
    List<Typed> packed = new ArrayList<>(values.subList(0, fixed));
    ScriptType list = expressions.supported(context.script().of(type), tree);
    List<Expression> elements =
        values.subList(fixed, values.size()).stream().map(Typed::expression).toList();
    packed.add(new Typed(new Expression.ListLiteral(elements, (ListOf) list, unit.at(tree)), type));
    return packed;
  }

  // ---- what the method is

  private Typed dispatch(Found call, boolean own) {
    Typed receiver = call.receiver();
    if (Library.has(call.method(), Aten.class)) {
      return functions.isScalar(call.method()) ? functions.scalar(call) : ops.read(call);
    } else if (receiver == null) {
      return functions.read(call);
    } else if (Library.isModule(receiver.type())) {
      return own ? helper(call, receiver) : module(call, receiver);
    } else if (Library.isTensor(receiver.type())) {
      throw unit.refuse(Problem.NO_OP, call.tree(), call.name());
    }
    return value(call, receiver);
  }

  private Typed made(Expression expression, Found call) {
    return new Typed(expression, call.returns());
  }

  private ScriptType returns(Found call) {
    return expressions.supported(
        context.script().of(call.returns(), Library.isNullable(call.method())), call.tree());
  }

  /** A method of this object. */
  private Typed helper(Found call, Typed self) {
    String name = call.name();
    if (name.equals("call")) {
      return module(call, self);
    }
    boolean scripted = Library.has(call.method(), Script.class);
    boolean hidden = call.method().getModifiers().contains(Modifier.PRIVATE);
    boolean here = call.owner().equals(unit.type());
    if (!scripted && (!hidden || !here)) {
      throw unit.refuse(
          here ? Problem.HELPER : Problem.NOT_SCRIPTED, call.tree(), name, call.owner());
    }
    if (here) {
      functions.want(call);
    }
    return made(
        new Expression.HelperCall(
            call.ownerName(), name, call.arguments(), returns(call), unit.at(call.tree())),
        call);
  }

  /** A method of another module, or of one in a container. */
  private Typed module(Found call, Typed receiver) {
    String name = call.name();
    Expression place = receiver.expression();
    if (NumberReader.plain(receiver.scriptType()) instanceof ModulesOf) {
      if (name.equals("size")) {
        return made(new Expression.Length(place, unit.at(call.tree())), call);
      } else if (name.equals("get") && call.values().get(0).scriptType() == Simple.INT) {
        return made(
            new Expression.ChildAt(
                place, call.arguments().get(0), returns(call), unit.at(call.tree())),
            call);
      }
    }
    boolean runs = name.equals("call") || name.equals("forward");
    if (!runs && !Library.has(call.method(), Script.class)) {
      throw unit.refuse(Problem.NOT_SCRIPTED, call.tree(), name, call.owner());
    }
    return made(
        new Expression.ModuleCall(
            place,
            runs ? "forward" : name,
            !name.equals("forward"),
            call.arguments(),
            returns(call),
            unit.at(call.tree())),
        call);
  }

  /** A method of a record, a list or a text. */
  private Typed value(Found call, Typed receiver) {
    ScriptType type = NumberReader.plain(receiver.scriptType());
    String name = call.name();
    Expression place = receiver.expression();
    if (type instanceof Tuple tuple && call.values().isEmpty()) {
      for (int i = 0; i < tuple.components().size(); i++) {
        if (tuple.components().get(i).name().equals(name)) {
          expressions.constructs().plain(call.method(), call.owner(), call.tree());
          return made(
              new Expression.Access(
                  place, i, tuple.components().get(i).type(), unit.at(call.tree())),
              call);
        }
      }
    } else if (type instanceof ListOf && name.equals("size")) {
      return made(new Expression.Length(place, unit.at(call.tree())), call);
    } else if (type instanceof ListOf list && name.equals("get")) {
      return made(
          new Expression.ElementAt(
              place, call.arguments().get(0), list.element(), unit.at(call.tree())),
          call);
    } else if (type == Simple.STRING
        && name.equals("equals")
        && call.arguments().get(0).type() == Simple.STRING) {
      return made(
          new Expression.Binary(
              Expression.Binary.Operator.EQUAL,
              place,
              call.arguments().get(0),
              Simple.BOOLEAN,
              unit.at(call.tree())),
          call);
    }
    throw unit.refuse(Problem.NOT_SCRIPTED, call.tree(), name, TypeReader.text(receiver.type()));
  }
}
