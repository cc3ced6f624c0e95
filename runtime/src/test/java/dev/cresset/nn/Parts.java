package dev.cresset.nn;

import static dev.cresset.tensor.Tensors.ones;
import static dev.cresset.tensor.Tensors.zeros;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hand-written modules for tests of what all modules have in common. */
final class Parts {

  private Parts() {}

  /** As {@code nn.Linear}, as far as its state goes; gives back its input. */
  static class Dense extends Layer {
    final Tensor weight;
    final @Nullable Tensor bias;
    int runs;

    Dense(long in, long out) {
      this(param(zeros(out, in)), param(zeros(out)));
    }

    Dense(Tensor weight, @Nullable Tensor bias) {
      this.weight = weight;
      this.bias = bias;
    }

    @Override
    public Tensor forward(Tensor input) {
      runs++;
      return input;
    }

    @Override
    public Tensor call(Tensor x) {
      return plain() ? forward(x) : hooked(List.of(IValue.from(x))).toTensor();
    }

    @Override
    protected IValue invokeForward(List<IValue> in) {
      return IValue.from(forward(in.get(0).toTensor()));
    }

    @Override
    protected void visit(Visitor v) {
      super.visit(v);
      v.parameter("weight", weight);
      v.parameter("bias", bias);
    }

    @Override
    protected String extraRepr() {
      return "in_features=" + weight.size(1) + ", out_features=" + weight.size(0);
    }
  }

  /** Of everything one: a null parameter, buffers of each kind, a shared child, a null child. */
  static final class Mixed extends NnModule {
    final Tensor w = param(zeros(1));
    final Tensor a = ones(2);
    final Tensor b = ones(3);
    final Dense sub = new Dense(2, 3);

    @Override
    protected void visit(Visitor v) {
      super.visit(v);
      v.child("sub", sub);
      v.buffer("a", a, true);
      v.buffer("b", b, false);
      v.parameter("none", null);
      v.buffer("nb", null, true);
      v.parameter("w", w);
      v.child("again", sub);
      v.child("absent", null);
      v.constant("eps", 0.5);
    }
  }
}
