package dev.cresset.autograd;

import dev.cresset.Tensor;
import dev.cresset.autograd.GradFn.Edge;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Strided;
import dev.cresset.tensor.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gradients of tensors by others. As {@code torch.autograd}. */
public final class Autograd {
  private Autograd() {}

  /** See {@link Tensor#backward(Tensor, boolean, boolean)}. */
  public static void backward(
      Tensor output, @Nullable Tensor gradient, boolean retainGraph, boolean createGraph) {
    backward(List.of(output), Arrays.asList(gradient), retainGraph, createGraph);
  }

  /**
   * Adds the gradients of all {@code outputs} up at the leaves. As {@code torch.autograd.backward}.
   *
   * @param gradients for each output its gradient; null for 1
   */
  public static void backward(
      List<Tensor> outputs,
      List<@Nullable Tensor> gradients,
      boolean retainGraph,
      boolean createGraph) {
    Recording.refuse("runs backward()");
    Backward.accumulate(
        roots(outputs),
        first(outputs, gradients, createGraph),
        null,
        retainGraph || createGraph,
        createGraph);
  }

  /** As {@link #grad(List, List, List, boolean, boolean, boolean)} of one output and one input. */
  public static Tensor grad(Tensor output, Tensor input) {
    return grad(output, List.of(input)).get(0);
  }

  /** As {@link #grad(List, List, List, boolean, boolean, boolean)} of one output. */
  public static List<Tensor> grad(Tensor output, List<Tensor> inputs) {
    return present(grad(List.of(output), inputs, null, false, false, false));
  }

  /** As above, with the pass recorded, so that the gradients have gradients. */
  public static List<Tensor> gradCreateGraph(Tensor output, List<Tensor> inputs) {
    return present(grad(List.of(output), inputs, null, true, true, false));
  }

  private static List<Tensor> present(List<@Nullable Tensor> gradients) {
    List<Tensor> all = new ArrayList<>();
    for (Tensor gradient : gradients) {
      if (gradient != null) { // absent ones were refused
        all.add(gradient);
      }
    }
    return all;
  }

  /**
   * The gradients of {@code outputs} by {@code inputs}; no {@link Tensor#grad} changes. As {@code
   * torch.autograd.grad}.
   *
   * @param gradients for each output its gradient, null for 1; null for all 1
   * @param retainGraph whether the tape is kept, for another pass
   * @param createGraph whether the pass is recorded
   * @param allowUnused whether an input may not have been used; its gradient is then null
   * @throws IllegalStateException if an input needs no gradient or was not used
   */
  public static List<@Nullable Tensor> grad(
      List<Tensor> outputs,
      List<Tensor> inputs,
      @Nullable List<@Nullable Tensor> gradients,
      boolean retainGraph,
      boolean createGraph,
      boolean allowUnused) {
    Recording.refuse("asks for gradients");
    List<@Nullable Edge> asked = new ArrayList<>();
    for (Tensor input : inputs) {
      Edge edge = input.autogradEdge();
      if (edge == null) {
        throw new IllegalStateException("One of the differentiated Tensors does not require grad");
      }
      asked.add(edge);
    }
    List<@Nullable Tensor> given =
        gradients == null ? Arrays.asList(new Tensor[outputs.size()]) : gradients;
    @Nullable Tensor[] answers =
        Backward.gradients(
            roots(outputs),
            first(outputs, given, createGraph),
            asked,
            retainGraph || createGraph,
            createGraph);
    for (Tensor answer : answers) {
      if (answer == null && !allowUnused) {
        throw new IllegalStateException(
            "One of the differentiated Tensors appears to not have been used in the graph. Set"
                + " allowUnused to true if this is the desired behavior.");
      }
    }
    return Arrays.asList(answers);
  }

  /**
   * Checks that a gradient is given to a tensor that it fits.
   *
   * @throws IllegalArgumentException if it is another tensor's
   */
  public static void checkGrad(Tensor tensor, Tensor grad) {
    if (grad == tensor) {
      throw new IllegalArgumentException("can't assign Tensor as its own grad");
    } else if (!Arrays.equals(grad.strided().sizes(), tensor.strided().sizes())) {
      throw new IllegalArgumentException(
          "assigned grad has data of a different size: %s, the tensor has %s"
              .formatted(
                  Arrays.toString(grad.strided().sizes()),
                  Arrays.toString(tensor.strided().sizes())));
    } else if (grad.dtype() != tensor.dtype()) {
      throw new IllegalArgumentException(
          "assigned grad has data of a different type: %s, the tensor has %s"
              .formatted(grad.dtype(), tensor.dtype()));
    } else if (!grad.device().equals(tensor.device())) {
      throw new IllegalArgumentException(
          "assigned grad has data located on a different device: %s, the tensor is on %s"
              .formatted(grad.device(), tensor.device()));
    }
  }

  /** See {@link Tensor#registerHook}. */
  public static TensorHook.Handle registerHook(Tensor tensor, TensorHook hook) {
    Recording.refuse("registers a hook on a tensor");
    Edge edge = tensor.autogradEdge();
    if (edge == null) {
      throw new IllegalStateException(
          "cannot register a hook on a tensor that doesn't require gradient");
    }
    return edge.fn().hook(edge.output(), hook);
  }

  /** See {@link Tensor#retainGrad}. */
  public static void retainGrad(Tensor tensor) {
    Recording.refuse("keeps the gradient of a tensor");
    if (!tensor.requiresGrad()) {
      throw new IllegalStateException("can't retain_grad on Tensor that has requires_grad=False");
    }
    if (!tensor.isLeaf()) {
      tensor.autograd().keepGrad();
    }
  }

  private static List<Edge> roots(List<Tensor> outputs) {
    List<Edge> roots = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Edge edge = outputs.get(i).autogradEdge();
      if (edge == null) {
        throw new IllegalStateException(
            "element " + i + " of tensors does not require grad and does not have a grad_fn");
      }
      roots.add(edge);
    }
    return roots;
  }

  private static List<Tensor> first(
      List<Tensor> outputs, List<@Nullable Tensor> gradients, boolean createGraph) {
    if (outputs.size() != gradients.size()) {
      throw new IllegalArgumentException(
          "got " + outputs.size() + " tensors and " + gradients.size() + " gradients");
    }
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Tensor output = outputs.get(i);
      Tensor gradient = gradients.get(i);
      if (gradient == null) {
        all.add(one(output));
      } else if (Arrays.equals(gradient.strided().sizes(), output.strided().sizes())) {
        all.add(createGraph || !gradient.requiresGrad() ? gradient : gradient.detach());
      } else {
        throw new IllegalArgumentException(
            "Mismatch in shape: grad_output[%d] has a shape of %s and output[%d] has a shape of %s."
                .formatted(
                    i,
                    Arrays.toString(gradient.strided().sizes()),
                    i,
                    Arrays.toString(output.strided().sizes())));
      }
    }
    return all;
  }

  private static Tensor one(Tensor output) {
    if (output.numel() != 1) {
      throw new IllegalStateException("grad can be implicitly created only for scalar outputs");
    }
    Strided one = Strided.allocate(output.dtype(), output.device(), output.strided().sizes());
    Backends.of(output.device()).fill(one, 1);
    return Tensor.wrap(one);
  }
}
