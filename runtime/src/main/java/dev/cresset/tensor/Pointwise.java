package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.autograd.GradFn;
import dev.cresset.autograd.GradMode;
import dev.cresset.autograd.Saved;
import dev.cresset.autograd.Tape;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.Strided;
import dev.cresset.ir.op.Dtypes;
import dev.cresset.ir.type.DType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function of each element of its tensors, as an eager op: promotion, broadcasting, one kernel,
 * and the gradient by each tensor, one kernel each. Made by generated code, one for each op.
 */
public final class Pointwise {

  /** A gradient out of ops, for a pass that is itself recorded. */
  @FunctionalInterface
  public interface Eager {
    /**
     * The gradient by one tensor.
     *
     * @param dy the gradient of the result
     * @param in the tensors; those that {@link Gradient#uses} leaves out are null
     * @param y the result, or null if it is not used
     */
    Tensor of(Tensor dy, @Nullable Tensor[] in, Number[] scalars, @Nullable Tensor y);
  }

  /**
   * The gradient by one tensor.
   *
   * @param kernel computes it from dy and what it uses, in the order of {@code uses}; null if the
   *     gradient is dy itself
   * @param eager the same out of ops
   * @param uses which tensors it needs, by their index; the result is the index after the last
   */
  public record Gradient(@Nullable PointwiseKernel kernel, Eager eager, int... uses) {
    /** The gradient that is that of the result, as in a sum. */
    public static Gradient same() {
      return new Gradient(null, (dy, in, scalars, y) -> dy);
    }
  }

  /** Ops whose last number multiplies a tensor, and does not take part in dtypes. */
  private static final Set<String> WITH_ALPHA = Set.of("add", "sub", "rsub");

  private final String name;
  private final String gradName;
  private final Dtypes dtypes;
  private final PointwiseKernel forward;
  private final int promoting;
  private final @Nullable Gradient[] gradients;

  /**
   * An op.
   *
   * @param name what errors call it, such as {@code mul}
   * @param gradName what its entry on the tape is called, such as {@code MulBackward0}
   * @param dtypes what it makes of dtypes
   * @param promoting how many of its scalars, the first ones, take part in that
   * @param forward the kernel
   * @param gradients by each tensor; null where there is none
   */
  public Pointwise(
      String name,
      String gradName,
      Dtypes dtypes,
      int promoting,
      PointwiseKernel forward,
      @Nullable Gradient... gradients) {
    this.name = name;
    this.gradName = gradName;
    this.dtypes = dtypes;
    this.promoting = promoting;
    this.forward = forward;
    this.gradients = gradients;
  }

  /** The op of one tensor. */
  public Tensor run(Tensor self, Number... scalars) {
    return run(new Tensor[] {self}, scalars);
  }

  /** The op of two tensors. */
  public Tensor run(Tensor self, Tensor other, Number... scalars) {
    return run(new Tensor[] {self, other}, scalars);
  }

  /** The op of any number of tensors. */
  public Tensor run(Tensor[] in, Number... scalars) {
    DType[] types = Promotion.types(name, dtypes, in, scalars, promoting);
    checkAlpha(types[1], scalars);
    Device device = Broadcast.device(name, in);
    Strided out = Strided.allocate(types[0], device, Broadcast.sizes(name, in));
    compute(forward, types[1], views(in), scalars, out);
    Tensor y = Tensor.wrap(out);
    if (types[0].isFloatingPoint() && gradients.length > 0) {
      record(in, scalars, y);
    }
    return y;
  }

  private void checkAlpha(DType dtype, Number[] scalars) {
    if (!dtype.isFloatingPoint()
        && scalars.length > promoting
        && WITH_ALPHA.contains(name)
        && scalars[promoting] instanceof Double) {
      throw new IllegalArgumentException(
          "For integral input tensors, argument alpha must not be a floating point number.");
    }
  }

  private void record(Tensor[] in, Number[] scalars, Tensor y) {
    GradFn node = Tape.node(gradName, in);
    if (node == null) {
      return;
    }
    @Nullable Saved[] saved = new Saved[in.length + 1];
    for (int i = 0; i < in.length; i++) {
      Gradient gradient = gradients[i];
      if (node.wants(i) && gradient != null) {
        for (int use : gradient.uses()) {
          if (saved[use] == null) {
            saved[use] = node.save(use < in.length ? in[use] : y);
          }
        }
      }
    }
    node.backward(dys -> gradients(node, dys[0], saved, scalars)).gives(y);
  }

  private @Nullable Tensor[] gradients(
      GradFn node, @Nullable Tensor dy, @Nullable Saved[] saved, Number[] scalars) {
    @Nullable Tensor[] result = new Tensor[saved.length - 1];
    if (dy == null) {
      return result;
    }
    @Nullable Tensor[] kept = new Tensor[saved.length];
    for (int i = 0; i < kept.length; i++) {
      Saved entry = saved[i];
      kept[i] = entry == null ? null : entry.get();
    }
    for (int i = 0; i < result.length; i++) {
      Gradient gradient = gradients[i];
      if (gradient == null || !node.wants(i)) {
        continue;
      }
      PointwiseKernel kernel = gradient.kernel();
      if (kernel == null) {
        result[i] = dy;
      } else if (GradMode.enabled()) {
        result[i] = gradient.eager().of(dy, kept, scalars, kept[result.length]);
      } else {
        result[i] = direct(kernel, dy, kept, gradient.uses(), scalars);
      }
    }
    return result;
  }

  private static Tensor direct(
      PointwiseKernel kernel, Tensor dy, @Nullable Tensor[] kept, int[] uses, Number[] scalars) {
    Strided[] in = new Strided[uses.length + 1];
    in[0] = dy.strided();
    for (int u = 0; u < uses.length; u++) {
      Tensor used = kept[uses[u]];
      if (used == null) {
        throw new IllegalStateException(kernel + " uses a tensor that was not saved");
      }
      in[u + 1] = used.strided();
    }
    Strided out = Strided.allocate(dy.dtype(), dy.device(), dy.strided().sizes());
    compute(kernel, Promotion.compute(dy.dtype()), in, scalars, out);
    return Tensor.wrap(out);
  }

  private static void compute(
      PointwiseKernel kernel, DType dtype, Strided[] in, Number[] scalars, Strided out) {
    Backends.of(out.device())
        .pointwise(kernel, Promotion.compute(dtype), in, scalars, new Strided[] {out});
  }

  private static Strided[] views(Tensor[] tensors) {
    Strided[] views = new Strided[tensors.length];
    for (int i = 0; i < views.length; i++) {
      views[i] = tensors[i].strided();
    }
    return views;
  }

  @Override
  public String toString() {
    return name;
  }
}
