package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class PrivateFields extends PrivateFieldsModule {
  private final Linear hidden = new Linear(1, 2); // error: script/private-field
  @Param private final Tensor weight = param(Tensor.randn(2)); // error: script/private-field
  private int counted;

  @Script
  public Tensor forward(Tensor x) {
    return hidden.call(x).add(weight);
  }
}
