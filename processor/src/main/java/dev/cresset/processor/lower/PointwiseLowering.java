package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Binary;
import dev.cresset.processor.script.Expression.Unary;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A {@code @Script static float} function as a graph over tensors: the same arithmetic, written for
 * every element at once. An {@code if} computes both sides and selects, since neither has effects.
 */
final class PointwiseLowering {
  private static final Map<Binary.Operator, String> OPS =
      Map.of(
          Binary.Operator.MULTIPLY, "mul",
          Binary.Operator.DIVIDE, "div",
          Binary.Operator.REMAINDER, "fmod",
          Binary.Operator.EQUAL, "eq",
          Binary.Operator.NOT_EQUAL, "ne",
          Binary.Operator.LESS, "lt",
          Binary.Operator.LESS_EQUAL, "le",
          Binary.Operator.GREATER, "gt",
          Binary.Operator.GREATER_EQUAL, "ge");

  private static final Map<Binary.Operator, Binary.Operator> MIRRORED =
      Map.of(
          Binary.Operator.EQUAL, Binary.Operator.EQUAL,
          Binary.Operator.NOT_EQUAL, Binary.Operator.NOT_EQUAL,
          Binary.Operator.LESS, Binary.Operator.GREATER,
          Binary.Operator.LESS_EQUAL, Binary.Operator.GREATER_EQUAL,
          Binary.Operator.GREATER, Binary.Operator.LESS,
          Binary.Operator.GREATER_EQUAL, Binary.Operator.LESS_EQUAL);

  private final Emitter emitter = new Emitter();

  private PointwiseLowering() {}

  /** The graph of {@code method}, from tensors to a tensor. */
  static Graph lower(ScriptMethod method) {
    PointwiseLowering lowering = new PointwiseLowering();
    Map<String, Value> scope = new LinkedHashMap<>();
    for (Parameter parameter : method.parameters()) {
      scope.put(parameter.name(), lowering.emitter.input(parameter.name(), Type.TENSOR));
    }
    Value first = scope.values().iterator().next();
    Value result = lowering.result(method.body(), scope);
    if (!result.type().isTensor()) { // a constant function: as many elements as the argument
      result = lowering.scalarOf(first, result, method.at());
    }
    return lowering.emitter.graph(List.of(result));
  }

  private Value scalarOf(Value like, Value number, At at) {
    Value none = emitter.constant(null, Type.NONE, At.NOWHERE);
    List<Value> in = List.of(like, number, none, none, none, none, none);
    return emitter.add("aten::full_like", in, Type.TENSOR, "", at);
  }

  // ---- statements

  private Value result(List<Statement> statements, Map<String, Value> scope) {
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      List<Statement> rest = statements.subList(i + 1, statements.size());
      if (statement instanceof Statement.Return leave && leave.value() != null) {
        return lower(leave.value(), scope, "");
      } else if (statement instanceof Statement.Nested nested) {
        return result(joined(nested.body(), rest), scope);
      } else if (statement instanceof Statement.If branch) {
        Value condition = lower(branch.condition(), scope, "");
        Value then = result(joined(branch.then(), rest), new LinkedHashMap<>(scope));
        Value otherwise = result(joined(branch.otherwise(), rest), new LinkedHashMap<>(scope));
        return where(condition, then, otherwise, "", branch.at());
      } else if (statement instanceof Statement.Local local) {
        if (local.value() != null) {
          scope.put(local.name(), lower(local.value(), scope, local.name()));
        }
      } else if (statement instanceof Statement.Assign assign) {
        scope.put(assign.name(), lower(assign.value(), scope, assign.name()));
      } else {
        throw new IllegalStateException("no lowering of " + statement + " in a float function");
      }
    }
    throw new IllegalStateException("a float function ends without a return");
  }

  private static List<Statement> joined(List<Statement> first, List<Statement> second) {
    List<Statement> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  // ---- expressions

  private Value lower(Expression expression, Map<String, Value> scope, String hint) {
    At at = expression.at();
    if (expression instanceof Expression.Variable variable) {
      return Objects.requireNonNull(scope.get(variable.name()), variable.name());
    } else if (expression instanceof Expression.Literal literal) {
      return emitter.constant(literal.value(), GraphTypes.of(literal.type()), At.NOWHERE);
    } else if (expression instanceof Expression.Convert convert) {
      return convert(convert, scope, hint);
    } else if (expression instanceof Binary binary) {
      Value left = lower(binary.left(), scope, "");
      Value right = lower(binary.right(), scope, "");
      return binary(binary.operator(), left, right, hint, at);
    } else if (expression instanceof Unary unary) {
      String op = unary.operator() == Unary.Operator.NOT ? "aten::logical_not" : "aten::neg";
      return tensor(op, List.of(lower(unary.operand(), scope, "")), hint, at);
    } else if (expression instanceof Expression.Conditional choice) {
      Value condition = lower(choice.condition(), scope, "");
      Value then = lower(choice.then(), scope, "");
      return where(condition, then, lower(choice.otherwise(), scope, ""), hint, at);
    } else if (expression instanceof Expression.ScalarCall call) {
      List<Value> in = call.arguments().stream().map(each -> lower(each, scope, "")).toList();
      return call(call.function(), in, hint, at);
    } else if (expression instanceof Expression.FunctionCall call) {
      List<Value> in = new ArrayList<>();
      in.add(emitter.function(call.owner() + "." + call.method()));
      call.arguments().forEach(each -> in.add(lower(each, scope, "")));
      return tensor(Kinds.CALL_FUNCTION, in, hint, at);
    }
    throw new IllegalStateException("no lowering of " + expression + " in a float function");
  }

  private Value convert(Expression.Convert convert, Map<String, Value> scope, String hint) {
    if (convert.value() instanceof Expression.Literal literal
        && literal.value() instanceof Number number) {
      double value =
          convert.type() == ScriptType.Simple.FLOAT ? number.floatValue() : number.doubleValue();
      return emitter.constant(value, Type.FLOAT, At.NOWHERE);
    }
    return lower(convert.value(), scope, hint);
  }

  private Value binary(Binary.Operator operator, Value a, Value b, String hint, At at) {
    boolean tensors = a.type().isTensor() && b.type().isTensor();
    boolean scalarFirst = !a.type().isTensor();
    if (scalarFirst && !b.type().isTensor()) {
      return numbers(operator, a, b, at);
    }
    switch (operator) {
      case AND_THEN, AND -> {
        return tensor("aten::logical_and", List.of(a, b), hint, at);
      }
      case OR_ELSE, OR -> {
        return tensor("aten::logical_or", List.of(a, b), hint, at);
      }
      case XOR -> {
        return tensor("aten::logical_xor", List.of(a, b), hint, at);
      }
      case ADD -> {
        return tensors
            ? tensor("aten::add.Tensor", List.of(a, b, one()), hint, at)
            : tensor(
                "aten::add.Scalar",
                scalarFirst ? List.of(b, a, one()) : List.of(a, b, one()),
                hint,
                at);
      }
      case SUBTRACT -> {
        if (scalarFirst) {
          return tensor("aten::rsub.Scalar", List.of(b, a, one()), hint, at);
        }
        return tensor(
            tensors ? "aten::sub.Tensor" : "aten::sub.Scalar", List.of(a, b, one()), hint, at);
      }
      case DIVIDE -> {
        if (scalarFirst) { // as torch does: s / t is 1 / t, times s
          Value inverse = tensor("aten::reciprocal", List.of(b), "", at);
          return tensor("aten::mul.Scalar", List.of(inverse, a), hint, at);
        }
      }
      default -> {
        if (scalarFirst && MIRRORED.containsKey(operator)) {
          return binary(MIRRORED.get(operator), b, a, hint, at);
        } else if (scalarFirst && operator == Binary.Operator.MULTIPLY) {
          return binary(operator, b, a, hint, at);
        }
      }
    }
    String kind = tensors ? ".Tensor" : ".Scalar";
    return tensor("aten::" + OPS.get(operator) + kind, List.of(a, b), hint, at);
  }

  private Value one() {
    return emitter.constant(1L, Type.INT, At.NOWHERE);
  }

  /** An operation on two constants, for the constant folder. */
  private Value numbers(Binary.Operator operator, Value a, Value b, At at) {
    boolean compares = MIRRORED.containsKey(operator);
    String name =
        switch (operator) {
          case ADD -> "add";
          case SUBTRACT -> "sub";
          default -> OPS.get(operator);
        };
    Type type = compares ? Type.BOOL : Type.FLOAT;
    return emitter.add("aten::" + name + ".float", List.of(a, b), type, "", at);
  }

  private Value where(Value condition, Value then, Value otherwise, String hint, At at) {
    String kind =
        then.type().isTensor()
            ? otherwise.type().isTensor() ? ".self" : ".ScalarOther"
            : otherwise.type().isTensor() ? ".ScalarSelf" : ".Scalar";
    return tensor("aten::where" + kind, List.of(condition, then, otherwise), hint, at);
  }

  private Value call(String function, List<Value> in, String hint, At at) {
    boolean bound = in.size() == 2 && in.stream().anyMatch(value -> !value.type().isTensor());
    if (bound && (function.equals("maximum") || function.equals("minimum"))) {
      List<Value> ordered = in.get(0).type().isTensor() ? in : List.of(in.get(1), in.get(0));
      return tensor(
          function.equals("maximum") ? "aten::clamp_min" : "aten::clamp_max", ordered, hint, at);
    }
    if (function.equals("pow")) {
      String kind =
          in.get(0).type().isTensor()
              ? in.get(1).type().isTensor() ? "Tensor_Tensor" : "Tensor_Scalar"
              : "Scalar";
      return tensor("aten::pow." + kind, in, hint, at);
    }
    return tensor("aten::" + function, in, hint, at);
  }

  private Value tensor(String op, List<Value> in, String hint, At at) {
    return emitter.add(op, in, Type.TENSOR, hint, at);
  }
}
