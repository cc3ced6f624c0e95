package dev.cresset.autograd;

import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ops in place: computed as the functional op, then written into the tensor, whose history becomes
 * that of the result.
 *
 * <pre>{@code
 * static Tensor relu_(Tensor self) {
 *   return InPlace.assign(self, relu(InPlace.original(self)));
 * }
 * }</pre>
 */
public final class InPlace {
  private InPlace() {}

  /**
   * {@code self} with its present values and history, to compute with. What is saved of it outlives
   * the writing; hence a copy where gradients are recorded.
   */
  public static Tensor original(Tensor self) {
    checkLeaf(self);
    if (!GradMode.enabled()) {
      return self;
    }
    GradFn fn = self.gradFn();
    Tensor copy = GradMode.off(() -> GradMath.clone(self));
    if (fn != null) {
      copy.autograd().setHistory(fn, self.outputNumber());
    }
    return copy;
  }

  /**
   * Writes {@code value} into {@code self}.
   *
   * @throws IllegalArgumentException if sizes differ, or its dtype does not fit into that of self
   * @throws IllegalStateException if {@code self} is a leaf that requires a gradient, or a view of
   *     one
   */
  public static Tensor assign(Tensor self, Tensor value) {
    long[] sizes = self.strided().sizes();
    if (!Arrays.equals(sizes, value.strided().sizes())) {
      throw new IllegalArgumentException(
          "output with shape %s doesn't match the broadcast shape %s"
              .formatted(Arrays.toString(sizes), Arrays.toString(value.strided().sizes())));
    }
    checkOneByOne(self);
    if (!fits(value.dtype(), self.dtype())) {
      throw new IllegalArgumentException(
          "result type %s can't be cast to the desired output type %s"
              .formatted(value.dtype().printName(), self.dtype().printName()));
    }
    return write(self, value);
  }

  /**
   * Copies {@code source}, which broadcasts, into {@code self}, converting it. As {@code copy_}.
   */
  public static Tensor copy(Tensor self, Tensor source) {
    checkOneByOne(self);
    Tensor value = source;
    if (!Arrays.equals(source.strided().sizes(), self.strided().sizes())) {
      value = GradMath.expand(source, self.strided().sizes());
    }
    if (Tape.records(source) || value.strided().storage() == self.strided().storage()) {
      value = GradMath.to(value, self.dtype(), self.device());
    }
    return write(self, value);
  }

  private static boolean fits(DType from, DType to) {
    return (to.isFloatingPoint() || !from.isFloatingPoint())
        && (to != DType.BOOL || from == DType.BOOL);
  }

  private static Tensor write(Tensor self, Tensor value) {
    checkLeaf(self);
    boolean recorded = GradMode.enabled() && self.dtype().isFloatingPoint();
    boolean wanted = recorded && (value.requiresGrad() || self.requiresGrad());
    Tensor base = self.hasAutograd() ? self.autograd().base() : null;
    GradFn node = wanted ? history(self, value, base) : null;
    if (value.strided() != self.strided()) {
      Backends.of(self.device().isCpu() ? value.device() : self.device())
          .copy(value.strided(), self.strided());
    }
    self.strided().storage().written();
    if (node != null) {
      node.gives(base == null ? self : base);
    }
    return self;
  }

  /** The entry that {@code self}, or the base that it is a view of, comes from afterwards. */
  private static @Nullable GradFn history(Tensor self, Tensor value, @Nullable Tensor base) {
    if (base == null) {
      GradFn fn = value.gradFn();
      String name = fn == null ? "FillBackward0" : fn.name();
      return new GradFn(name, new Tensor[] {value}).backward(dys -> dys);
    }
    var replay = self.autograd().replay();
    return new GradFn("CopySlices", new Tensor[] {base, value})
        .backward(
            dys -> {
              Tensor dy = dys[0];
              if (dy == null) {
                return new Tensor[2];
              }
              Tensor rest = GradMath.clone(dy);
              Tensor slice = replay.apply(rest);
              Tensor inner = GradMath.clone(slice);
              Tensor zeros = GradMath.zeros(GradFn.Like.of(slice));
              copy(slice, zeros);
              return new Tensor[] {rest, inner};
            });
  }

  /** Refuses an expanded tensor, of which several elements would be written at one place. */
  private static void checkOneByOne(Tensor self) {
    for (int d = 0; d < self.dim(); d++) {
      if (self.strided().strides()[d] == 0 && self.strided().sizes()[d] > 1) {
        throw new IllegalStateException(
            "unsupported operation: more than one element of the written-to tensor refers to a"
                + " single memory location. Please clone() the tensor before performing the"
                + " operation.");
      }
    }
  }

  private static void checkLeaf(Tensor self) {
    if (!GradMode.enabled() || !self.hasAutograd() || !self.requiresGrad()) {
      return;
    }
    Tensor base = self.autograd().base();
    if (base != null && base.isLeaf()) {
      throw new IllegalStateException(
          "a view of a leaf Variable that requires grad is being used in an in-place operation.");
    }
    if (self.isLeaf()) {
      throw new IllegalStateException(
          "a leaf Variable that requires grad is being used in an in-place operation.");
    }
  }
}
