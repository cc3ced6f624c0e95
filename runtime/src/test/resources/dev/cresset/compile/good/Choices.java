package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** One value or another, numbers of two types and tensors. */
public class Choices extends ChoicesModule {
  @Script
  public Tensor forward(Tensor x) {
    int n = x.dim() > 1 ? 2 : 3;
    double scale = n == 2 ? 1 : 0.5;
    float small = training ? 1.5f : n;
    Tensor y = n > 2 ? x.neg() : n > 1 ? x.mul(x) : x;
    boolean both = training ? n == 2 : n != 2;
    return (both ? y : x).mul(scale + small).add(x.size(0) == 2 ? x.exp() : x);
  }
}
