package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class BareTensor extends BareTensorModule {
  final Tensor scale = Tensor.randn(1); // error: script/bare-tensor

  @Script
  public Tensor forward(Tensor x) {
    return x.mul(scale);
  }
}
