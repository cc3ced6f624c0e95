package dev.cresset.nn;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.autograd.GradFn;
import dev.cresset.autograd.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets backward hooks see the gradients of one call: the tensors that go in and those that come out
 * pass an identity on the tape, whose gradient rule hands on what it is given.
 */
final class BackwardWatch {
  private static final String NAME = "BackwardHookFunctionBackward"; // PyTorch's

  private final NnModule module;
  private final Hooks hooks;
  private boolean inputsWatched;
  private int inputCount;
  private List<@Nullable Tensor> gradOutputs = List.of();

  BackwardWatch(NnModule module, Hooks hooks) {
    this.module = module;
    this.hooks = hooks;
  }

  /** The inputs of the call, those that need a gradient replaced by their like. */
  List<IValue> inputs(List<IValue> inputs) {
    List<Tensor> tensors = new ArrayList<>();
    inputs.forEach(input -> gather(input, tensors));
    inputCount = tensors.size();
    List<Tensor> watched = watch(tensors, this::inputGradients);
    inputsWatched = !watched.isEmpty();
    if (watched.isEmpty()) {
      return inputs;
    }
    List<Tensor> left = new ArrayList<>(watched);
    return inputs.stream().map(input -> replace(input, left)).toList();
  }

  /** The result of the call, its tensors replaced by their like. */
  IValue outputs(IValue output) {
    List<Tensor> tensors = new ArrayList<>();
    gather(output, tensors);
    List<Tensor> watched = watch(tensors, this::outputGradients);
    return watched.isEmpty() ? output : replace(output, new ArrayList<>(watched));
  }

  private @Nullable Tensor[] outputGradients(@Nullable Tensor[] gradients) {
    gradOutputs = Collections.unmodifiableList(Arrays.asList(gradients.clone()));
    if (!inputsWatched) { // no gradient will arrive there: this is the moment
      run(Collections.nCopies(inputCount, null));
    }
    return gradients;
  }

  private @Nullable Tensor[] inputGradients(@Nullable Tensor[] gradients) {
    List<@Nullable Tensor> changed = run(Arrays.asList(gradients.clone()));
    return changed.toArray(new Tensor[0]);
  }

  private List<@Nullable Tensor> run(List<@Nullable Tensor> gradInput) {
    List<@Nullable Tensor> current = Collections.unmodifiableList(gradInput);
    for (Hooks.Entry<BackwardHook> entry : hooks.backward) {
      List<@Nullable Tensor> replaced = entry.hook.run(module, current, gradOutputs);
      if (replaced != null && replaced.size() != current.size()) {
        throw new IllegalStateException(
            "a backward hook of "
                + module.typeName()
                + " returned "
                + replaced.size()
                + " gradients for "
                + current.size()
                + " inputs");
      }
      current = replaced == null ? current : replaced;
    }
    return current;
  }

  /** The like of each tensor, on the tape under {@code rule}; none if nothing is recorded. */
  private static List<Tensor> watch(List<Tensor> tensors, GradFn.Rule rule) {
    GradFn node = Tape.node(NAME, tensors);
    if (node == null) {
      return List.of();
    }
    List<Tensor> likes = tensors.stream().map(t -> Tensor.wrap(t.strided())).toList();
    node.backward(rule).gives(likes.toArray(new Tensor[0]));
    return likes;
  }

  private static void gather(IValue value, List<Tensor> tensors) {
    if (value.isTensor()) {
      tensors.add(value.toTensor());
    } else if (value.isTuple()) {
      value.toTuple().forEach(part -> gather(part, tensors));
    }
  }

  /** The value with its tensors taken from the front of {@code left}. */
  private static IValue replace(IValue value, List<Tensor> left) {
    if (value.isTensor()) {
      return IValue.from(left.remove(0));
    }
    return value.isTuple()
        ? IValue.tupleFrom(
            value.toTuple().stream().map(part -> replace(part, left)).toArray(IValue[]::new))
        : value;
  }
}
