package dev.cresset.autograd;

import dev.cresset.Tensor;
import dev.cresset.autograd.GradFn.Edge;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What autograd knows of one tensor handle: whether it is a leaf that wants a gradient, where it
 * came from, and of what it is a view. For the tensor's own use.
 */
public final class AutogradState {
  /** A view: the tensor whose memory it shows, and how it comes from it. */
  private record View(Tensor base, UnaryOperator<Tensor> replay) {}

  private final Tensor tensor;
  private boolean leafRequiresGrad;
  private boolean declared;
  private @Nullable Tensor grad;
  private @Nullable GradFn fn;
  private int output;
  private @Nullable GradFn accumulator;
  private @Nullable View view;
  private int viewVersion;
  private TensorHook.@Nullable Handle kept;

  /** The state of {@code tensor}, which requires no gradient. */
  public AutogradState(Tensor tensor) {
    this.tensor = tensor;
  }

  /** Whether gradients go to or through the tensor. */
  public boolean requiresGrad() {
    return leafRequiresGrad || gradFn() != null;
  }

  /** Whether the tensor requires a gradient, or is a parameter that is frozen. */
  public boolean isDeclared() {
    return declared || requiresGrad();
  }

  /** Says that the tensor is a parameter, whether or not it is trained. */
  public void declare() {
    declared = true;
  }

  /** Makes a leaf want a gradient, or not. */
  public void requireGrad(boolean wanted) {
    leafRequiresGrad = wanted;
    declared |= wanted;
  }

  /** Whether the tensor is no op's result that needs a gradient. */
  public boolean isLeaf() {
    return gradFn() == null;
  }

  /** Where the tensor came from; made anew for a view whose memory was written to since. */
  public @Nullable GradFn gradFn() {
    View of = view;
    if (of != null && viewVersion != tensor.strided().storage().version()) {
      viewVersion = tensor.strided().storage().version();
      if (!leafRequiresGrad && of.base().requiresGrad()) {
        GradMode.Scope on = GradMode.set(true);
        try {
          AutogradState again = of.replay().apply(of.base()).autograd();
          fn = again.fn;
          output = again.output;
        } finally {
          on.close();
        }
      }
    }
    return fn;
  }

  /** Which of {@link #gradFn}'s outputs the tensor is. */
  public int output() {
    return output;
  }

  /** The leaf's gradient, as added up so far. */
  public @Nullable Tensor grad() {
    return grad;
  }

  /** Sets the gradient. */
  public void setGrad(@Nullable Tensor gradient) {
    grad = gradient;
  }

  /** Keeps the gradient of a result, also after it was written to in place. */
  void keepGrad() {
    if (kept == null) {
      kept = watch();
    }
  }

  private TensorHook.Handle watch() {
    return Autograd.registerHook(
        tensor,
        gradient -> {
          grad = grad == null ? gradient : GradMath.add(grad, gradient);
          return null;
        });
  }

  /** Cuts the tensor from where it came. */
  public void detach() {
    if (view != null && view.base().requiresGrad()) {
      throw new IllegalStateException(
          "Can't detach views in-place. Use detach() instead: a detached view of the same memory.");
    }
    fn = null;
    view = null;
    leafRequiresGrad = false;
  }

  /** Where gradients of the tensor go; null if it needs none. */
  public @Nullable Edge edge() {
    GradFn from = gradFn();
    if (from != null) {
      return new Edge(from, output);
    }
    return leafRequiresGrad ? new Edge(accumulator(), 0) : null;
  }

  void setHistory(GradFn from, int number) {
    fn = from;
    output = number;
    leafRequiresGrad = false;
    if (kept != null) {
      kept.remove();
      kept = watch();
    }
    if (view != null) {
      viewVersion = tensor.strided().storage().version();
    }
  }

  void setView(Tensor base, UnaryOperator<Tensor> replay) {
    view = new View(base, replay);
    viewVersion = tensor.strided().storage().version();
  }

  @Nullable Tensor base() {
    return view == null ? null : view.base();
  }

  /** How {@code tensor} comes from its base. */
  UnaryOperator<Tensor> replay() {
    return view == null ? UnaryOperator.identity() : view.replay();
  }

  private synchronized GradFn accumulator() {
    if (accumulator == null) {
      accumulator = new GradFn(tensor);
    }
    return accumulator;
  }
}
