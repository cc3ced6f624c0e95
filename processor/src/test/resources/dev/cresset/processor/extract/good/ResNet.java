package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.*;
import org.jspecify.annotations.Nullable;

public class ResNet extends ResNetModule {
  final Block stem = new Block(4);
  final ModuleList<Block> blocks = new ModuleList<>();
  final Sequential tail = new Sequential(new Linear(4, 4), new Linear(4, 2));
  final @Nullable Linear extra;
  final int turns = 3;

  public ResNet(boolean more) {
    extra = more ? new Linear(2, 2) : null;
  }

  @Script
  public Tensor forward(Tensor x) {
    x = stem.call(x);
    for (var b : blocks) {
      x = b.call(x);
    }
    for (int i = 0; i < turns; i++) x = blocks.get(i).forward(x);
    x = blocks.get(0).once(x, blocks.size());
    for (Layer layer : tail) {
      x = layer.call(x);
    }
    if (extra != null) {
      x = extra.call(x);
    }
    return tail.call(x).matmul(stem.first.weight());
  }

  public static class Block extends ResNet_BlockModule {
    static final int GAIN = 2 * Sizes.K - 5;
    final Held first = new Held();

    Block(int channels) {}

    @Script
    public Tensor forward(Tensor x) {
      var y = relu(x);
      if (training && y.size(0) > 1) return y;
      return relu(y.add(x)).mul(GAIN);
    }

    @Script
    Tensor once(Tensor x, int times) {
      return scaled(x, times);
    }

    private Tensor scaled(Tensor x, long by) {
      return this.forward(x).add(by);
    }
  }

  public static class Held extends ResNet_HeldModule {
    @dev.cresset.annotations.Param final Tensor weight = param(Tensor.randn(2, 2));

    @Script
    Tensor weight() {
      return weight.t();
    }
  }

  interface Sizes {
    int K = 4;
  }
}
