package models;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;

public class Reassigned extends ReassignedModule {
  @Param Tensor weight = param(Tensor.randn(2));
  @Buffer Tensor mean = Tensor.randn(2);
  Linear linear = new Linear(2, 2);

  public void change(Tensor weight) {
    weight = mean;
    this.weight = weight; // error: script/reassigned-field
    for (int i = 0; i < 2; i++) {
      Tensor mean = weight;
      mean = mean.relu();
    }
    mean = weight; // error: script/reassigned-field
    linear = null; // error: script/reassigned-field
  }

  @Script
  public Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
