package models;

import static dev.cresset.Functional.relu;
import static dev.cresset.ir.type.DType.*;
import static models.Names.Kept.HALF;

import dev.cresset.*;
import dev.cresset.annotations.Script;
import java.util.*;
import org.jspecify.annotations.Nullable;

/** What names may mean: imports of each kind, members, hidden fields, names in full. */
public class Names extends NamesModule {
  static final int HALF = 3;
  final long width = 2;
  final List<Double> gains = List.of(0.5, 2.0);

  @Script
  public Tensor forward(List<Tensor> all, long[] sizes, @Nullable Tensor mask, boolean flag) {
    Tensor x = dev.cresset.Functional.relu(all.get(0)).to(F64);
    x = Functional.tanh(x).mul(Kept.HALF).mul(HALF).mul(models.Names.Kept.Deeper.QUARTER);
    final long width = this.width + sizes.length + sizes[0] + all.size();
    for (int relu = 0; relu < width; relu++) {
      x = relu(x);
    }
    for (Double gain : gains) {
      x = x.mul(gain);
    }
    var most = flag ? mask : null;
    if (most != null && flag) {
      x = x.add(most);
    }
    @Nullable Tensor other = null;
    if (flag) {
      other = x;
    } else if (mask == null) {
      return x;
    }
    Object2 pair = new Object2(x, (width > 3) ? (int) width : 4);
    pair = this.swapped(pair);
    return other == null ? pair.first() : other.add(pair.second()).add(Math.PI);
  }

  private Object2 swapped(Object2 pair) {
    return new Object2(pair.first(), -pair.second());
  }

  record Object2(Tensor first, int second) {}

  interface Kept {
    double HALF = 0.5;

    interface Deeper {
      double QUARTER = HALF * HALF;
    }
  }
}
