package dev.cresset.autograd;

import dev.cresset.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What eager ops call to be recorded:
 *
 * <pre>{@code
 * GradFn node = Tape.node("MulBackward0", self, other);
 * Tensor y = ...;                     // the forward, which records nothing
 * if (node != null) {
 *   Saved savedSelf = node.save(self);
 *   Saved savedOther = node.save(other);
 *   node.backward(dys -> new Tensor[] {
 *       node.wants(0) ? Ops.mul(dys[0], savedOther.get()) : null,
 *       node.wants(1) ? Ops.mul(dys[0], savedSelf.get()) : null});
 *   node.gives(y);
 * }
 * }</pre>
 */
public final class Tape {
  private Tape() {}

  /** Whether an op on {@code input} is recorded. */
  public static boolean records(@Nullable Tensor input) {
    return input != null && input.requiresGrad() && GradMode.enabled();
  }

  /** Whether an op on these is recorded. */
  public static boolean records(@Nullable Tensor... inputs) {
    for (Tensor input : inputs) {
      if (input != null && input.requiresGrad()) {
        return GradMode.enabled();
      }
    }
    return false;
  }

  /** A new entry for an op on {@code input}; null if nothing is to be recorded. */
  public static @Nullable GradFn node(String name, @Nullable Tensor input) {
    return records(input) ? new GradFn(name, new Tensor[] {input}) : null;
  }

  /** A new entry for an op on these, of which some may be absent; null if none is to be made. */
  public static @Nullable GradFn node(String name, @Nullable Tensor... inputs) {
    return records(inputs) ? new GradFn(name, inputs) : null;
  }

  /** A new entry for an op on a list; null if none is to be made. */
  public static @Nullable GradFn node(String name, List<Tensor> inputs) {
    return node(name, inputs.toArray(new Tensor[0]));
  }

  /**
   * Says that {@code result} shows the memory of {@code self}, so that writing to one is seen in
   * the gradients of the other. A result with memory of its own is left as it is.
   *
   * @param replay the view op again, on another tensor
   * @return {@code result}
   */
  public static Tensor view(@Nullable Tensor self, Tensor result, UnaryOperator<Tensor> replay) {
    if (self == null) { // made of nothing that could be written to
      return result;
    }
    boolean shares = result.strided().storage() == self.strided().storage();
    if (result == self || !shares || !GradMode.enabled()) {
      return result;
    }
    Tensor base = self.hasAutograd() ? self.autograd().base() : null;
    if (base == null) {
      result.autograd().setView(self, replay);
    } else {
      UnaryOperator<Tensor> before = self.autograd().replay();
      result.autograd().setView(base, x -> replay.apply(before.apply(x)));
    }
    return result;
  }
}
