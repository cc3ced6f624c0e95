package dev.cresset.processor.extract;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cresset.annotations.Script;
import dev.cresset.processor.extract.CallReader.Found;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.ScriptMethod.Kind;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Static functions: scripted ones, those of {@code Math}, and the float functions of map. */
final class FunctionReader {

  /** Functions of {@code Math} by the name of the tensor op with the same meaning. */
  private static final Map<String, String> MATH =
      Map.ofEntries(
          Map.entry("abs", "abs"),
          Map.entry("acos", "acos"),
          Map.entry("asin", "asin"),
          Map.entry("atan", "atan"),
          Map.entry("atan2", "atan2"),
          Map.entry("ceil", "ceil"),
          Map.entry("cos", "cos"),
          Map.entry("cosh", "cosh"),
          Map.entry("exp", "exp"),
          Map.entry("expm1", "expm1"),
          Map.entry("floor", "floor"),
          Map.entry("log", "log"),
          Map.entry("log10", "log10"),
          Map.entry("log1p", "log1p"),
          Map.entry("max", "maximum"),
          Map.entry("min", "minimum"),
          Map.entry("pow", "pow"),
          Map.entry("rint", "round"),
          Map.entry("sin", "sin"),
          Map.entry("sinh", "sinh"),
          Map.entry("sqrt", "sqrt"),
          Map.entry("tan", "tan"),
          Map.entry("tanh", "tanh"));

  /**
   * Functions that a graph has for tensors only: for one number they give another type, or none.
   */
  private static boolean isForTensors(String function) {
    return function.equals("ceil")
        || function.equals("floor")
        || function.equals("round")
        || !MATH.containsValue(function);
  }

  private final Context context;
  private final Unit unit;
  private final ExpressionReader expressions;
  private final MethodScope method;

  FunctionReader(Context context, ExpressionReader expressions, MethodScope method) {
    this.context = context;
    this.unit = context.unit();
    this.expressions = expressions;
    this.method = method;
  }

  // ---- functions of numbers

  /** Whether {@code op} is the op on one number: all its types are float, or all double. */
  boolean isScalar(ExecutableElement op) {
    TypeKind kind = op.getReturnType().getKind();
    return (kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE)
        && !op.getParameters().isEmpty()
        && op.getParameters().stream().allMatch(each -> each.asType().getKind() == kind);
  }

  /** A float twin of an op: {@code tanh(v)}. */
  Typed scalar(Found call) {
    String op = OpReader.name(call.method());
    String name = op.substring(op.indexOf("::") + 2);
    int dot = name.indexOf('.');
    return scalar(call, dot < 0 ? name : name.substring(0, dot));
  }

  private Typed scalar(Found call, @Nullable String function) {
    if (function == null || isForTensors(function) && !method.isPointwise()) {
      throw unit.refuse(
          Problem.SCALAR_FUNCTION, call.tree(), call.name(), String.join(", ", known()));
    }
    ScriptType type = context.script().of(call.returns());
    return new Typed(
        new Expression.ScalarCall(function, call.arguments(), type, unit.at(call.tree())),
        call.returns());
  }

  private static Iterable<String> known() {
    TreeSet<String> names = new TreeSet<>(MATH.keySet());
    names.removeIf(name -> isForTensors(String.valueOf(MATH.get(name))));
    return names;
  }

  // ---- static methods

  /** A call of a static method that is no op. */
  Typed read(Found call) {
    String owner = call.ownerName();
    if (owner.equals("java.lang.Math")) {
      return scalar(call, MATH.get(call.name()));
    } else if (owner.equals(Library.FUNCTIONAL) && call.name().equals("keepDims")) {
      return new Typed(dims(call), call.returns());
    }
    boolean here = call.owner().equals(unit.type());
    boolean hidden = here && call.method().getModifiers().contains(Modifier.PRIVATE);
    if (!Library.has(call.method(), Script.class) && !hidden) {
      throw unit.refuse(
          here ? Problem.HELPER : Problem.NOT_SCRIPTED,
          call.tree(),
          call.name(),
          call.owner().getSimpleName());
    }
    ScriptType returns =
        expressions.supported(
            context.script().of(call.returns(), Library.isNullable(call.method())), call.tree());
    if (isOfElements(call.method()) && !method.isPointwise()) {
      throw unit.refuse(Problem.FLOAT_FUNCTION, call.tree(), call.name());
    } else if (method.isPointwise() && !isOfElements(call.method())) {
      throw unit.refuse(Problem.FLOAT_FUNCTION_BODY, call.tree(), "a call of another kind");
    }
    if (here) {
      want(call);
    }
    return new Typed(
        new Expression.FunctionCall(
            owner, call.name(), call.arguments(), returns, unit.at(call.tree())),
        call.returns());
  }

  private Expression dims(Found call) {
    Expression dims = call.values().get(0).expression();
    return dims instanceof Expression.ListLiteral
        ? dims
        : new Expression.ListLiteral(List.of(dims), new ListOf(Simple.INT, true), dims.at());
  }

  /** Asks for a method of this class to be read too. */
  void want(Found call) {
    if (call.method().getModifiers().contains(Modifier.NATIVE)) {
      throw unit.refuse(Problem.NO_BODY, call.tree(), call.name());
    }
    if (!context.helpers().want(call.method())) {
      throw unit.refuse(Problem.OVERLOADED, call.tree(), unit.type().getSimpleName(), call.name());
    }
    context.helpers().call(method.name(), call.name(), call.tree());
  }

  /** Whether {@code function} is a function of one element, from floats to a float. */
  static boolean isOfElements(ExecutableElement function) {
    return function.getModifiers().contains(Modifier.STATIC)
        && function.getReturnType().getKind() == TypeKind.FLOAT
        && !function.getParameters().isEmpty()
        && function.getParameters().stream()
            .map(VariableElement::asType)
            .allMatch(type -> type.getKind() == TypeKind.FLOAT);
  }

  /** The kind of a scripted method, or of a helper. */
  static Kind kind(ExecutableElement method) {
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return isOfElements(method) ? Kind.POINTWISE : Kind.FUNCTION;
    }
    boolean forward =
        method.getSimpleName().contentEquals("forward") && Library.has(method, Script.class);
    return forward ? Kind.FORWARD : Kind.METHOD;
  }

  // ---- x.map(MyOps::f)

  /** {@code x.map(MyOps::f)} or {@code map(x, y, MyOps::f)}; null if the call is another. */
  @Nullable Typed map(
      @Nullable Typed receiver, TypeElement owner, String name, MethodInvocationTree tree) {
    List<? extends ExpressionTree> arguments = tree.getArguments();
    String place = owner.getQualifiedName().toString();
    boolean ours = place.equals(receiver == null ? Library.FUNCTIONAL : Library.TENSOR);
    if (!ours || !name.equals("map") || arguments.isEmpty()) {
      return null;
    }
    ExpressionTree last = arguments.get(arguments.size() - 1);
    if (last instanceof LambdaExpressionTree) {
      throw unit.refuse(Problem.LAMBDA, last);
    } else if (!(last instanceof MemberReferenceTree reference)) {
      return null;
    } else {
      List<Expression> tensors = new ArrayList<>();
      if (receiver != null) {
        tensors.add(receiver.expression());
      }
      for (Typed each : unit.each(arguments.subList(0, arguments.size() - 1), expressions::read)) {
        tensors.add(each.expression());
      }
      ExecutableElement function = function(reference, tensors.size());
      if (Library.owner(function).equals(unit.type()) && context.helpers().want(function)) {
        context.helpers().call(method.name(), function.getSimpleName().toString(), tree);
      }
      return new Typed(
          new Expression.MapCall(
              Library.owner(function).getQualifiedName().toString(),
              function.getSimpleName().toString(),
              tensors,
              unit.at(tree)),
          context.names().tensor());
    }
  }

  private ExecutableElement function(MemberReferenceTree reference, int parameters) {
    TypeElement owner = expressions.fields().typeNamed(reference.getQualifierExpression());
    String name = reference.getName().toString();
    List<ExecutableElement> named =
        owner == null ? List.of() : context.members().methods(owner, name, unit.type());
    if (named.isEmpty()) {
      throw unit.leave(reference, "no method '" + reference + "' is found");
    }
    for (ExecutableElement each : named) {
      boolean hidden = each.getModifiers().contains(Modifier.PRIVATE);
      if (isOfElements(each)
          && each.getParameters().size() == parameters
          && (hidden || Library.has(each, Script.class))) {
        return each;
      }
    }
    throw unit.refuse(Problem.MAP, reference, parameters, reference);
  }
}
