package dev.cresset.compile;

import static dev.cresset.Functional.relu;
import static dev.cresset.Functional.tanh;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;
import dev.cresset.nn.Sequential;
import java.util.List;

/**
 * Scripted classes whose parts do not fit, which the compiler cannot know, as sizes are read from
 * text. {@link FailureTest} knows their lines by the text.
 */
final class Misfits {

  private Misfits() {}

  private static int read(String size) {
    return Integer.parseInt(size);
  }

  /** Two layers that do not fit, put in the place of their calls. */
  static class Pair extends Misfits_PairModule {
    final Linear first = new Linear(4, 3);
    final Linear second = new Linear(read("5"), 2);

    @Script
    public Tensor forward(Tensor x) {
      Tensor h = relu(first.call(x));
      return second.call(h); // second
    }
  }

  /** Ops of three lines that run as one. */
  static class Fused extends Misfits_FusedModule {
    @Script
    public Tensor forward(Tensor x, Tensor y, Tensor z) {
      Tensor sum = x.add(y); // sum
      Tensor product = sum.mul(z); // product
      return tanh(product);
    }
  }

  /** A module of modules. */
  static class Deep extends Misfits_DeepModule {
    final ModuleList<Pair> blocks = new ModuleList<>(List.of(new Pair()));
    final Sequential tail = new Sequential(new Linear(2, 2), new Linear(read("7"), 2));

    @Script
    public Tensor forward(Tensor x, boolean last) {
      Tensor y = x;
      if (last) {
        return tail.call(y); // tail
      }
      for (var block : blocks) {
        y = block.call(y);
      }
      return y;
    }
  }

  /** Functions and helpers. */
  static class Helped extends Misfits_HelpedModule {
    @Script
    public Tensor forward(Tensor x) {
      return helper(x).sum();
    }

    private Tensor helper(Tensor x) {
      return x.view(7, 7); // view
    }

    @Script
    static Tensor product(Tensor x, Tensor y) {
      return x.matmul(y).matmul(x); // matmul
    }
  }
}
