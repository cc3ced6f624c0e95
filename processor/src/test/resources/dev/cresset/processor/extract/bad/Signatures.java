package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class Signatures extends SignaturesModule {
  final Linear hidden = new Linear(1, 2);

  @Script
  public Tensor forward(Tensor x) {
    return x;
  }

  @Script
  public Tensor forward(Tensor x, Tensor y) { // error: script/two-forwards
    return x.add(y);
  }

  @Script
  Tensor twice(Tensor x) {
    return x;
  }

  @Script
  Tensor twice(int x) { // error: script/overloaded
    return Tensor.zeros(x);
  }

  @Script
  <T> Tensor any(Tensor x, T y) { // error: script/generic-method
    return x;
  }

  @Script
  Tensor many(Tensor... all) { // error: script/varargs-method
    return all[0];
  }

  @Script
  Tensor checked(Tensor x) throws Exception { // error: script/throws
    return x;
  }

  @Script
  Tensor types(Tensor x, Object o, // error: script/type
      Linear layer) { // error: script/type
    return x;
  }

  @Script
  Runnable result(Tensor x) { // error: script/type
    return null;
  }
}
