package good;

import static dev.cresset.Functional.cat;
import static dev.cresset.Functional.keepDims;
import static dev.cresset.Functional.softmax;
import static dev.cresset.Functional.stack;
import static dev.cresset.Functional.where;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.List;

/** Ops as methods and as functions, with dimensions, scalars and several results. */
public class Ops extends OpsModule {
  @Script
  public Tensor forward(Tensor x) {
    var y = softmax(x, 1).add(x.softmax(0));
    y = y.sub(y.mean(1).unsqueeze(1)).div(y.sum(keepDims(0)));
    var top = y.max(1);
    y = y.sub(top.values().unsqueeze(1)).add(top.indices());
    y = cat(List.of(y, x.t()), 1).matmul(stack(List.of(x, x), 0).reshape(4, 2));
    return where(y.gt(0), y, y.mul(0.1)).clamp(-3, 3).transpose(0, 1).contiguous().view(-1, 2);
  }
}
