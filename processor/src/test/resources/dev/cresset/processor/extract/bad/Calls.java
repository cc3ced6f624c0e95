package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class Calls extends CallsModule {
  final Linear hidden = new Linear(1, 2);

  @Script
  public Tensor forward(Tensor x, int n) {
    x = x.rellu(); // error: script/unknown-op
    Tensor y = x.frobnicateAll(); // error: script/unknown-op
    x = y.add(rellu(x)); // error: script/unknown-op
    x.requiresGrad_(true); // error: script/no-op
    x = helper(x); // error: script/helper
    x = twice(x, n);
    x = hidden.isTraining() ? x : x.relu(); // error: script/not-scripted
    n = Integer.parseInt("3"); // error: script/not-scripted
    x = java.util.Objects.requireNonNull(x); // error: script/generic-call
    double d = 0.5 + gelu(0.5f); // error: script/float-function
    d = Math.floor(d); // error: script/scalar-function
    d = Math.random(); // error: script/scalar-function
    var dims = keepDims(0); // error: script/type
    x = x.mean(n > 0 ? keepDims(0) : keepDims(1)); // error: script/keep-dims
    return x;
  }

  Tensor helper(Tensor x) {
    return x;
  }

  private Tensor twice(Tensor x, int n) {
    return twice(x, n - 1); // error: script/recursion
  }

  @Script
  static float gelu(float v) {
    for (int i = 0; i < 3; i++) { // error: script/float-function-body
      v = v * v;
    }
    return v * (int) v; // error: script/float-function-body
  }
}
