package dev.cresset.autograd;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the tape: an op that was run, the entries its inputs came from, and its gradient. As
 * {@code grad_fn}. Made by {@link Tape#node}.
 */
public final class GradFn {

  /** From the gradients of an op's results, those of its inputs. */
  @FunctionalInterface
  public interface Rule {
    /**
     * The gradients of all inputs; null where there is none, or {@link GradFn#wants} says that none
     * is asked for. They may be larger than the inputs where these were broadcast.
     */
    @Nullable Tensor[] apply(@Nullable Tensor[] gradients);
  }

  /** Where an input came from: output number {@code output} of {@code fn}. */
  public record Edge(GradFn fn, int output) {}

  /** What the gradient of an output must look like. */
  record Like(long[] sizes, DType dtype, Device device) {
    static Like of(Tensor tensor) {
      return new Like(tensor.strided().sizes(), tensor.dtype(), tensor.device());
    }
  }

  /** A hook on the gradient of one output. */
  private record OutputHook(int output, TensorHook hook) {}

  private static final AtomicLong SEQUENCE = new AtomicLong();

  private final String name;
  private final @Nullable Edge[] edges;
  private final long sequence;
  private final @Nullable Tensor leaf;
  private final List<Saved> saved = new ArrayList<>(2);
  private final List<OutputHook> hooks = new CopyOnWriteArrayList<>();
  private Like[] outputs = {};
  private @Nullable Rule rule;
  private boolean released;

  GradFn(String name, @Nullable Tensor[] inputs) {
    this.name = name;
    this.leaf = null;
    this.sequence = SEQUENCE.getAndIncrement();
    this.edges = new Edge[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      Tensor input = inputs[i];
      edges[i] = input == null ? null : input.autogradEdge();
    }
  }

  /** The end of the tape at {@code leaf}, whose gradient adds up there. */
  GradFn(Tensor leaf) {
    this.name = "AccumulateGrad";
    this.leaf = leaf;
    this.sequence = Long.MAX_VALUE; // done as soon as it can be
    this.edges = new Edge[0];
    this.outputs = new Like[] {Like.of(leaf)};
  }

  /** PyTorch's name, such as {@code MulBackward0}. */
  public String name() {
    return name;
  }

  /** The entries that the inputs came from; null where an input needs no gradient. */
  public List<@Nullable GradFn> nextFunctions() {
    List<@Nullable GradFn> next = new ArrayList<>();
    for (Edge edge : edges) {
      next.add(edge == null ? null : edge.fn());
    }
    return next;
  }

  /** Whether input number {@code input} needs a gradient. */
  public boolean wants(int input) {
    return edges[input] != null;
  }

  /** The gradient of one result, for a rule; zeros where none has arrived. */
  public Tensor gradient(@Nullable Tensor[] gradients, int output) {
    Tensor gradient = gradients[output];
    return gradient == null ? GradMath.zeros(outputs[output]) : gradient;
  }

  /** The gradients of all results, for a rule; zeros where none has arrived. */
  public List<Tensor> gradients(@Nullable Tensor[] gradients) {
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; i < gradients.length; i++) {
      all.add(gradient(gradients, i));
    }
    return all;
  }

  /** Keeps {@code tensor} for the gradient. */
  public Saved save(Tensor tensor) {
    Saved entry = new Saved(name, tensor);
    saved.add(entry);
    return entry;
  }

  /** As {@link #save}, where there may be no tensor. */
  public @Nullable Saved saveOptional(@Nullable Tensor tensor) {
    return tensor == null ? null : save(tensor);
  }

  /** Sets the gradient's rule. */
  public GradFn backward(Rule backward) {
    rule = backward;
    return this;
  }

  /**
   * Says which tensors the op gave, so that they come from here. One that is no real number is left
   * out.
   */
  public void gives(Tensor... results) {
    Like[] likes = new Like[results.length];
    for (int i = 0; i < results.length; i++) {
      likes[i] = Like.of(results[i]);
    }
    outputs = likes;
    for (int i = 0; i < results.length; i++) {
      if (results[i].dtype().isFloatingPoint()) {
        results[i].autograd().setHistory(this, i);
      }
    }
  }

  @Nullable Edge[] edges() {
    return edges;
  }

  long sequence() {
    return sequence;
  }

  @Nullable Tensor leaf() {
    return leaf;
  }

  int outputs() {
    return outputs.length;
  }

  Like like(int output) {
    return outputs[output];
  }

  @Nullable Tensor[] apply(@Nullable Tensor[] gradients) {
    Rule present = rule;
    if (released || present == null) {
      throw freed();
    }
    return present.apply(gradients);
  }

  /** Whether {@code tensor} is memory that this entry keeps. */
  boolean keeps(Tensor tensor) {
    for (Saved entry : saved) {
      if (entry.shares(tensor)) {
        return true;
      }
    }
    return false;
  }

  /** Lets go of what was saved: a second pass is an error. */
  void release() {
    if (!saved.isEmpty()) { // an entry that saved nothing can be passed again, as in PyTorch
      released = true;
      saved.forEach(Saved::release);
    }
  }

  TensorHook.Handle hook(int output, TensorHook hook) {
    OutputHook entry = new OutputHook(output, hook);
    hooks.add(entry);
    return () -> hooks.remove(entry);
  }

  boolean hasHooks() {
    return !hooks.isEmpty();
  }

  /** The gradient of an output after its hooks. */
  Tensor hooked(int output, Tensor gradient) {
    Tensor current = gradient;
    for (OutputHook entry : hooks) {
      if (entry.output() == output) {
        Tensor other = entry.hook().run(current);
        if (other != null) {
          checkHooked(current, other);
          current = other;
        }
      }
    }
    return current;
  }

  private static void checkHooked(Tensor before, Tensor after) {
    Like was = Like.of(before);
    Like now = Like.of(after);
    if (!Arrays.equals(was.sizes(), now.sizes())) {
      throw new IllegalStateException(
          "a hook has changed the size of a gradient: %s became %s"
              .formatted(Arrays.toString(was.sizes()), Arrays.toString(now.sizes())));
    } else if (was.dtype() != now.dtype() || !was.device().equals(now.device())) {
      throw new IllegalStateException(
          "a hook has changed the type of a gradient: %s on %s became %s on %s"
              .formatted(was.dtype(), was.device(), now.dtype(), now.device()));
    }
  }

  static IllegalStateException freed() {
    return new IllegalStateException(
        "Trying to backward through the graph a second time (or directly access saved tensors after"
            + " they have already been freed). Saved intermediate values of the graph are freed"
            + " when you call backward() or Autograd.grad(). Specify retainGraph if you need to"
            + " backward through the graph a second time or if you need to access saved tensors"
            + " after calling backward.");
  }

  @Override
  public String toString() {
    return "<" + name + ">";
  }
}
