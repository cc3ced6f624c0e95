package models;

import static dev.cresset.Functional.linear;
import static dev.cresset.Functional.tanh;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Constant;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.ir.type.DType;
import java.util.List;
import org.jspecify.annotations.Nullable;

public class Cell extends CellModule {
  public record State(Tensor out, Tensor h) {}

  @Param final Tensor weight;
  @Param final @Nullable Tensor bias;
  @Buffer(persistent = false) final Tensor seen = Tensor.zeros(1);
  @Constant final Tensor mask = Tensor.zeros(4, 4);
  final DType dtype = DType.F64;
  final double[] scales = {0.5, 2};
  String mode = "sum";

  public Cell(int n) {
    weight = param(Tensor.randn(n, n));
    bias = n > 3 ? param(Tensor.randn(n)) : null;
  }

  @Script
  public State forward(Tensor x, @Nullable Tensor h) {
    Tensor start = h == null ? Tensor.zeros(2, weight.size(0)) : h;
    var newH = tanh(linear(x.matmul(weight.t()), weight, bias).add(start));
    if (mode.equals("sum")) {
      seen.add_(newH);
    }
    State state = new State(newH, step(newH).h());
    return new State(state.out().to(DType.F32), state.h().to(dtype));
  }

  private State step(Tensor x) {
    Tensor best = null;
    double total = 0;
    for (double scale : scales) {
      total += scale;
    }
    List<Tensor> parts = x.chunk(2, 0);
    for (Tensor part : parts) {
      best = part;
    }
    if (best == null) {
      best = parts.get(parts.size() - 1);
    }
    ValuesIndices most = best.max(1);
    return new State(most.values().mul(total * scales[0] / scales.length), most.indices());
  }
}
