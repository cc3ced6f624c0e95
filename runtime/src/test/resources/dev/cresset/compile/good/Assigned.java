package good;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Fields that are assigned as they may be: while the module is made, and names that hide them. */
public class Assigned extends AssignedModule {
  @Param Tensor weight;
  @Param final Tensor bias;
  @Buffer Tensor mean;
  Linear linear;

  {
    mean = Tensor.zeros(2);
  }

  /** A module. */
  public Assigned() {
    Tensor made = Tensor.ones(2);
    param(made);
    weight = made;
    Tensor chosen = Tensor.zeros(2);
    chosen = param(chosen.add(1));
    this.bias = chosen;
    linear = new Linear(2, 2);
  }

  /** Variables of the same names. */
  public Tensor hide(Tensor weight) {
    weight = weight.mul(2);
    Tensor mean = weight;
    mean = mean.add(1);
    return mean;
  }

  /** Writes into what is there. */
  public void reset() {
    mean.copy_(Tensor.ones(2));
    mean.zero_();
  }

  @Script
  public Tensor forward(Tensor x) {
    return relu(linear.call(x).mul(weight).add(bias)).sub(mean);
  }
}
