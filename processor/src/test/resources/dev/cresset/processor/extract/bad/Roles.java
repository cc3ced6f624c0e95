package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class Roles extends RolesModule {
  @Param @Buffer final Tensor both = param(Tensor.randn(1)); // error: script/two-roles
  @Buffer final int number = 2; // error: script/role-of-no-tensor
  @Param static final Tensor SHARED = Tensor.randn(1); // error: script/static-field
  @Param final Tensor weight = Tensor.randn(2); // error: script/param
  @Param final Tensor bias;
  @Param final Tensor gain;
  @Param final Tensor given;

  Roles(boolean more, Tensor given) {
    bias = more ? Tensor.randn(1) : null; // error: script/param
    this.gain = made();
    this.given = given;
  }

  private static Tensor made() {
    return param(Tensor.randn(1));
  }

  @Script
  public Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
