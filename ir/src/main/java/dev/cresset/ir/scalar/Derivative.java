package dev.cresset.ir.scalar;

import dev.cresset.ir.scalar.Scalar.Call;
import dev.cresset.ir.scalar.Scalar.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gradients of scalars by the rule of the chain, from the result back. At a kink the gradient is
 * PyTorch's: half to each of two equal numbers in {@code max}, 0 for {@code abs} at 0.
 */
public final class Derivative {
  private final Scalar root;
  private final Scalar y;
  private final Map<Scalar, Scalar> gradients = new IdentityHashMap<>();

  private Derivative(Scalar root, Scalar y) {
    this.root = root;
    this.y = y;
  }

  /**
   * The gradient of a body by one of its inputs.
   *
   * @param body the function
   * @param y stands for the function's value, wherever the gradient uses it
   * @param dy the gradient of the function's value
   */
  public static Scalar of(Scalar body, Scalar y, Scalar dy, int input) {
    Scalar gradient = new Derivative(body, y).by(input, dy);
    return gradient == null ? Scalar.constant(0) : gradient;
  }

  private @Nullable Scalar by(int input, Scalar dy) {
    List<Scalar> order = new ArrayList<>();
    visit(root, order, Collections.newSetFromMap(new IdentityHashMap<>()));
    gradients.put(root, dy);
    Scalar sum = null;
    for (int i = order.size() - 1; i >= 0; i--) {
      Scalar at = order.get(i);
      Scalar gradient = gradients.get(at);
      if (gradient == null) {
        continue;
      }
      if (at instanceof Input in && in.index() == input) {
        sum = sum == null ? gradient : sum.add(gradient);
      } else if (at instanceof Call call) {
        pass(call, gradient);
      }
    }
    return sum;
  }

  /** Arguments before what they go into. */
  private static void visit(Scalar scalar, List<Scalar> order, Set<Scalar> seen) {
    if (seen.add(scalar)) {
      if (scalar instanceof Call call) {
        call.arguments().forEach(argument -> visit(argument, order, seen));
      }
      order.add(scalar);
    }
  }

  private void give(Scalar to, Scalar gradient) {
    gradients.merge(to, gradient, Scalar::add);
  }

  /** Passes the gradient of a call's value on to its arguments. */
  private void pass(Call call, Scalar g) {
    List<Scalar> in = call.arguments();
    Scalar a = in.get(0);
    Scalar r = call == root ? y : call;
    if (in.size() == 1) {
      Scalar gradient = unary(call.function(), a, r, g);
      if (gradient != null) {
        give(a, gradient);
      }
    } else if (call.function() == Primitive.SELECT) {
      give(in.get(1), a.select(g, 0));
      give(in.get(2), a.select(0, g));
    } else {
      binary(call.function(), a, in.get(1), r, g);
    }
  }

  private static @Nullable Scalar unary(Primitive function, Scalar a, Scalar r, Scalar g) {
    return switch (function) {
      case NEG -> g.neg();
      case ABS -> g.mul(a.sign());
      case SQRT -> g.div(r.mul(2));
      case EXP -> g.mul(r);
      case EXPM1 -> g.mul(r.add(1));
      case LOG -> g.div(a);
      case LOG1P -> g.div(a.add(1));
      case LOG2 -> g.div(a.mul(Math.log(2)));
      case LOG10 -> g.div(a.mul(Math.log(10)));
      case SIN -> g.mul(a.cos());
      case COS -> g.mul(a.sin()).neg();
      case TAN -> g.mul(r.square().add(1));
      case ASIN -> g.div(Scalar.constant(1).sub(a.square()).sqrt());
      case ACOS -> g.div(Scalar.constant(1).sub(a.square()).sqrt()).neg();
      case ATAN -> g.div(a.square().add(1));
      case SINH -> g.mul(a.cosh());
      case COSH -> g.mul(a.sinh());
      case TANH -> g.mul(Scalar.constant(1).sub(r.square()));
      case SIGMOID -> g.mul(r).mul(Scalar.constant(1).sub(r));
      case ERF -> g.mul(a.square().neg().exp()).mul(2 / Math.sqrt(Math.PI));
      case ERFC -> g.mul(a.square().neg().exp()).mul(-2 / Math.sqrt(Math.PI));
      default -> null; // steps and truths: 0 wherever they have a derivative
    };
  }

  private void binary(Primitive function, Scalar a, Scalar b, Scalar r, Scalar g) {
    switch (function) {
      case ADD -> {
        give(a, g);
        give(b, g);
      }
      case SUB -> {
        give(a, g);
        give(b, g.neg());
      }
      case MUL -> {
        give(a, g.mul(b));
        give(b, g.mul(a));
      }
      case DIV -> {
        give(a, g.div(b));
        give(b, g.neg().mul(a.div(b).div(b)));
      }
      case MAX -> {
        Scalar half = a.equalTo(b).select(g.div(2), g);
        give(a, a.lessThan(b).select(0, half));
        give(b, b.lessThan(a).select(0, half));
      }
      case MIN -> {
        Scalar half = a.equalTo(b).select(g.div(2), g);
        give(a, a.greaterThan(b).select(0, half));
        give(b, b.greaterThan(a).select(0, half));
      }
      case POW -> {
        give(a, b.equalTo(0).select(0, g.mul(b.mul(a.pow(b.sub(1))))));
        give(b, a.equalTo(0).and(b.atLeast(0)).select(0, g.mul(r.mul(a.log()))));
      }
      case ATAN2 -> {
        Scalar norm = a.square().add(b.square());
        give(a, g.mul(b.div(norm)));
        give(b, g.neg().mul(a.div(norm)));
      }
      case HYPOT -> {
        give(a, g.mul(a.div(r)));
        give(b, g.mul(b.div(r)));
      }
      case GATE -> give(a, g.gate(b));
      case FMOD -> {
        give(a, g);
        give(b, g.neg().mul(a.div(b).trunc()));
      }
      case REMAINDER -> {
        give(a, g);
        give(b, g.neg().mul(a.floorDivide(b)));
      }
      default -> {} // steps, truths and bits
    }
  }
}
