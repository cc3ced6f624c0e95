package dev.cresset.ir.op;

import dev.cresset.ir.scalar.Primitive;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.scalar.Scalar.Call;
import dev.cresset.ir.scalar.Scalar.Constant;
import dev.cresset.ir.scalar.Scalar.Input;
import dev.cresset.ir.scalar.Scalar.Parameter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The derivatives of an elementwise op as terms of ops on whole tensors. */
final class ElementwiseGradients {
  private final Elementwise each;
  private final GradientScope scope;
  private final Map<Scalar, Term> terms = new IdentityHashMap<>();

  private ElementwiseGradients(Elementwise each, GradientScope scope) {
    this.each = each;
    this.scope = scope;
  }

  static List<GradientRule> of(Elementwise each) {
    List<GradientRule> rules = new ArrayList<>();
    for (int i = 0; i < each.tensors().size(); i++) {
      Scalar derivative = each.derivatives().get(i);
      if (derivative != null) {
        rules.add(
            new GradientRule(
                List.of(each.tensors().get(i)),
                scope -> List.of(new ElementwiseGradients(each, scope).gradient(derivative))));
      }
    }
    return rules;
  }

  private Term gradient(Scalar derivative) {
    Term term = term(derivative);
    return isTensor(derivative) ? term : Term.call("aten::full_like", scope.dy(), term);
  }

  /** Whether it differs from element to element. */
  private static boolean isTensor(Scalar scalar) {
    return scalar instanceof Input
        || scalar instanceof Call call
            && call.arguments().stream().anyMatch(ElementwiseGradients::isTensor);
  }

  private Term term(Scalar scalar) {
    Term known = terms.get(scalar);
    if (known == null) {
      known = write(scalar);
      terms.put(scalar, known);
    }
    return known;
  }

  private Term write(Scalar scalar) {
    if (scalar instanceof Input input) {
      int tensors = each.tensors().size();
      return input.index() < tensors
          ? scope.in(each.tensors().get(input.index()))
          : input.index() == tensors ? scope.y() : scope.dy();
    } else if (scalar instanceof Parameter parameter) {
      return scope.in(each.numbers().get(parameter.index()));
    } else if (scalar instanceof Constant constant) {
      return Term.of(constant.isWhole() ? (Object) (long) constant.value() : constant.value());
    }
    Call call = (Call) scalar;
    List<Scalar> in = call.arguments();
    if (!isTensor(call)) {
      return numbers(call);
    }
    return switch (in.size()) {
      case 1 -> Term.call("aten::" + unary(call.function()), term(in.get(0)));
      case 2 -> binary(call.function(), in.get(0), in.get(1));
      default -> select(in.get(0), in.get(1), in.get(2));
    };
  }

  /** What the graph computes with numbers alone. */
  private Term numbers(Call call) {
    List<Term> in = call.arguments().stream().map(this::term).toList();
    return switch (call.function()) {
      case ADD, SUB, MUL, DIV, POW, FMOD, REMAINDER ->
          Term.call("aten::" + name(call.function()), in.get(0), in.get(1));
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL ->
          Term.call("aten::" + comparison(call.function()), in.get(0), in.get(1));
      case NEG -> Term.call("aten::neg.Scalar", in.get(0));
      case SQRT, EXP, LOG, SIN, COS, TANH, EXPM1 ->
          Term.call("aten::" + name(call.function()) + ".Scalar", in.get(0));
      case SELECT -> Term.choice(in.get(0), in.get(1), in.get(2));
      default ->
          throw new IllegalArgumentException(
              call + ": the graph has no " + call.function() + " of numbers; say it otherwise");
    };
  }

  private Term binary(Primitive function, Scalar a, Scalar b) {
    boolean left = isTensor(a);
    boolean right = isTensor(b);
    Term x = term(a);
    Term z = term(b);
    return switch (function) {
      case ADD, MUL -> {
        String name = "aten::" + name(function);
        yield left && right
            ? Term.call(name + ".Tensor", x, z)
            : Term.call(name + ".Scalar", left ? x : z, left ? z : x);
      }
      case SUB ->
          left
              ? Term.call(right ? "aten::sub.Tensor" : "aten::sub.Scalar", x, z)
              : Term.call("aten::rsub.Scalar", z, x);
      case DIV ->
          left
              ? Term.call(right ? "aten::div.Tensor" : "aten::div.Scalar", x, z)
              : Term.call("aten::mul.Scalar", Term.call("aten::reciprocal", z), x);
      case MAX -> bound("aten::maximum", "aten::clamp_min", x, z, left, right);
      case MIN -> bound("aten::minimum", "aten::clamp_max", x, z, left, right);
      case POW ->
          Term.call(
              left
                  ? right ? "aten::pow.Tensor_Tensor" : "aten::pow.Tensor_Scalar"
                  : "aten::pow.Scalar",
              x,
              z);
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL ->
          left
              ? Term.call("aten::" + comparison(function) + (right ? ".Tensor" : ".Scalar"), x, z)
              : Term.call("aten::" + comparison(mirrored(function)) + ".Scalar", z, x);
      case GATE -> Term.call("aten::where.ScalarOther", Term.call("aten::gt.Scalar", z, 0), x, 0);
      case AND, OR -> Term.call("aten::logical_" + name(function), truth(x, left), truth(z, right));
      default -> {
        if (!left) {
          throw new IllegalArgumentException(function + " of a number and a tensor is no op");
        }
        String name =
            function == Primitive.FLOOR_DIV ? "aten::floor_divide" : "aten::" + name(function);
        boolean plain =
            function == Primitive.ATAN2
                || function == Primitive.HYPOT
                || function == Primitive.FLOOR_DIV && right;
        yield Term.call(plain ? name : name + (right ? ".Tensor" : ".Scalar"), x, z);
      }
    };
  }

  private static Term bound(String both, String one, Term x, Term z, boolean left, boolean right) {
    return left && right ? Term.call(both, x, z) : Term.call(one, left ? x : z, left ? z : x);
  }

  /** A flag becomes a tensor, so that it can meet others. */
  private Term truth(Term term, boolean tensor) {
    return tensor
        ? term
        : Term.choice(
            term, Term.call("aten::scalar_tensor", 1), Term.call("aten::scalar_tensor", 0));
  }

  private Term select(Scalar condition, Scalar a, Scalar b) {
    Term x = term(a);
    Term z = term(b);
    if (!isTensor(condition)) {
      return Term.choice(term(condition), whole(x, a), whole(z, b));
    }
    Term truth =
        condition.isTruth() ? term(condition) : Term.call("aten::ne.Scalar", term(condition), 0);
    if (isTensor(a)) {
      return Term.call(isTensor(b) ? "aten::where.self" : "aten::where.ScalarOther", truth, x, z);
    }
    return Term.call(isTensor(b) ? "aten::where.ScalarSelf" : "aten::where.Scalar", truth, x, z);
  }

  /** A number as a tensor like the gradient. */
  private Term whole(Term term, Scalar scalar) {
    return isTensor(scalar) ? term : Term.call("aten::full_like", scope.dy(), term);
  }

  private static String unary(Primitive function) {
    return function == Primitive.NOT ? "logical_not" : name(function);
  }

  private static String name(Primitive function) {
    return function.name().toLowerCase(Locale.ROOT);
  }

  private static String comparison(Primitive function) {
    return switch (function) {
      case LESS -> "lt";
      case LESS_EQUAL -> "le";
      case GREATER -> "gt";
      case GREATER_EQUAL -> "ge";
      case EQUAL -> "eq";
      default -> "ne";
    };
  }

  private static Primitive mirrored(Primitive function) {
    return switch (function) {
      case LESS -> Primitive.GREATER;
      case LESS_EQUAL -> Primitive.GREATER_EQUAL;
      case GREATER -> Primitive.LESS;
      case GREATER_EQUAL -> Primitive.LESS_EQUAL;
      default -> function;
    };
  }
}
