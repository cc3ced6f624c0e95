package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.BatchNorm1d;

/** What differs while a module learns. */
public class Training extends TrainingModule {
  final BatchNorm1d norm = new BatchNorm1d(2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = norm.call(x);
    if (training) {
      return y.mul(2);
    }
    return this.training ? x : y.relu();
  }
}
