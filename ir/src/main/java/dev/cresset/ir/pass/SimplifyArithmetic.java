package dev.cresset.ir.pass;

import static dev.cresset.ir.pass.Pattern.X;
import static dev.cresset.ir.pass.Pattern.Y;
import static dev.cresset.ir.pass.Pattern.call;
import static dev.cresset.ir.pass.Pattern.constant;
import static dev.cresset.ir.pass.Rule.rule;

/**
 * Removes arithmetic that changes nothing: only laws true of every float, −0 and NaN included, and
 * of every dtype that the law allows. So {@code x + 0} stays, as −0 + 0 is 0; and {@code x · 1}
 * stays where x may be bool, as the product is an int.
 */
public final class SimplifyArithmetic {
  private static final String WRAP_INT = "cresset::wrap_int";
  private static final String ROUND_FLOAT = "cresset::round_float";

  /** The pass. */
  public static final Pass PASS =
      Pass.rewrite(
          "simplify-arithmetic",
          // tensors
          rule("x · 1 = x", call("aten::mul.Scalar", X, constant(1)), X).ofReals(),
          rule("x · 1 = x", call("aten::mul.Tensor", X, constant(1)), X).ofReals(),
          rule("x / 1 = x", call("aten::div.Scalar", X, constant(1)), X).ofReals(),
          rule("x − 0 = x", call("aten::sub.Scalar", X, constant(0), Y), X).ofReals(),
          rule("−(−x) = x", call("aten::neg", call("aten::neg", X)), X),
          rule("|−x| = |x|", call("aten::abs", call("aten::neg", X)), call("aten::abs", X))
              .ofReals(),
          rule("||x|| = |x|", call("aten::abs", call("aten::abs", X)), call("aten::abs", X)),
          rule(
              "relu(relu(x)) = relu(x)",
              call("aten::relu", call("aten::relu", X)),
              call("aten::relu", X)),
          rule("xᵀᵀ = x", call("aten::t", call("aten::t", X)), X).ofViews(),
          rule(
                  "dropout does nothing but in training",
                  call("aten::dropout", X, Y, constant(false)),
                  X)
              .ofViews(),
          // numbers
          rule("n · 1 = n", call("aten::mul.int", X, constant(1)), X),
          rule("n + 0 = n", call("aten::add.int", X, constant(0)), X),
          rule("0 + n = n", call("aten::add.int", constant(0), X), X),
          rule("1 · n = n", call("aten::mul.int", constant(1), X), X),
          rule("n − 0 = n", call("aten::sub.int", X, constant(0)), X),
          rule("−(−n) = n", call("aten::neg.int", call("aten::neg.int", X)), X),
          rule("a · 1 = a", call("aten::mul.float", X, constant(1)), X),
          rule("1 · a = a", call("aten::mul.float", constant(1), X), X),
          rule("a − 0 = a", call("aten::sub.float", X, constant(0)), X),
          rule("a / 1 = a", call("aten::div.float", X, constant(1)), X),
          rule("−(−a) = a", call("aten::neg.float", call("aten::neg.float", X)), X),
          rule("¬¬b = b", call("aten::__not__", call("aten::__not__", X)), X),
          rule("32 bits once", call(WRAP_INT, call(WRAP_INT, X)), call(WRAP_INT, X)),
          rule("rounded once", call(ROUND_FLOAT, call(ROUND_FLOAT, X)), call(ROUND_FLOAT, X)));

  private SimplifyArithmetic() {}
}
