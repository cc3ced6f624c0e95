package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.autograd.GradFn;
import dev.cresset.autograd.GradMode;
import dev.cresset.autograd.Saved;
import dev.cresset.autograd.Tape;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Broadcast;
import dev.cresset.tensor.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elementwise ops, and folds of rows between them, that run as one: one kernel forward and one
 * backward where all tensors are of single precision on the CPU, else the same ops one by one. One
 * entry on the tape; a pass that is itself recorded runs the ops one by one, so that it can be
 * differentiated again. Made by generated code.
 */
public final class FusedOp {

  /** The same ops one by one. */
  @FunctionalInterface
  public interface Eager {
    /** All results. */
    Tensor[] run(Tensor[] in, Number[] numbers);
  }

  /**
   * What kernels compute of a group.
   *
   * @param forward computes the results
   * @param conditions which tensors may be truths, by number
   * @param truths which results are truths, by number
   * @param reaches for each result the tensors that it is computed from, by number
   */
  public record Forward(PointwiseKernel forward, int[] conditions, int[] truths, int[][] reaches) {}

  /**
   * What must hold where the kernels work on rows, of what one op folds or of one result.
   *
   * @param dimension along which its rows lie, which must be its last; negative from the end
   * @param length how long they must be; −1 for any length
   * @param tensors what it is computed from, by number
   * @param lengths those of them that must, together, have rows as long as the group's
   */
  public record Rows(int dimension, long length, int[] tensors, int[] lengths) {}

  /**
   * How gradients are computed.
   *
   * @param kernel computes them
   * @param uses what the kernel takes, by number: tensors, then results, then gradients of results
   * @param gives the tensors whose gradients it computes, by number
   */
  public record Gradient(PointwiseKernel kernel, int[] uses, int[] gives) {}

  private final String graph;
  private final Forward forward;
  private final @Nullable Gradient gradient;
  private final Rows[] rows;
  private final Eager eager;

  /**
   * A group.
   *
   * @param graph its body as text, in its canonical form
   * @param gradient null if none of the tensors has a gradient
   * @param eager the same op by op
   * @param rows what must hold where it folds rows; none if it takes each element by itself
   */
  public FusedOp(
      String graph, Forward forward, @Nullable Gradient gradient, Eager eager, Rows... rows) {
    this.graph = graph;
    this.forward = forward;
    this.gradient = gradient;
    this.eager = eager;
    this.rows = rows;
    FusedOps.add(this);
  }

  /** The group's body as text, in its canonical form. */
  public String graph() {
    return graph;
  }

  /** The kernel that computes the results. */
  public PointwiseKernel kernel() {
    return forward.forward();
  }

  /** The one result for these tensors. */
  public Tensor run(Tensor... in) {
    return runAll(in)[0];
  }

  /** All results for these tensors and numbers. */
  public Tensor[] runAll(Tensor[] in, Number... numbers) {
    if (Recording.isOn() || !isSingle(in)) {
      return eager.run(in, numbers);
    }
    long[] sizes = Broadcast.sizesOrNull(in);
    if (sizes == null) {
      return eager.run(in, numbers); // results that do not meet, or the error of the op at fault
    }
    for (int[] from : forward.reaches()) {
      if (from.length < in.length && !Arrays.equals(sizes, sizesOf(from, in))) {
        return eager.run(in, numbers); // a result smaller than the others
      }
    }
    if (rows.length > 0 && !fits(in, sizes)) {
      return eager.run(in, numbers);
    }
    Tensor[] out = compute(in, numbers, sizes);
    if (gradient != null) {
      record(gradient, in, numbers, out);
    }
    return out;
  }

  private boolean isSingle(Tensor[] in) {
    for (int i = 0; i < in.length; i++) {
      DType dtype = in[i].dtype();
      boolean fits = dtype == DType.F32 || dtype == DType.BOOL && contains(forward.conditions(), i);
      if (!fits || !in[i].device().isCpu()) {
        return false;
      }
    }
    return true;
  }

  /** Whether what is folded, and each result, has rows along the last dimension, of full length. */
  private boolean fits(Tensor[] in, long[] sizes) {
    for (Rows each : rows) {
      int dims = sizesOf(each.tensors(), in).length;
      long[] own = sizesOf(each.lengths(), in);
      long length = own.length == 0 ? -1 : own[own.length - 1];
      boolean last = each.dimension() == -1 || each.dimension() == dims - 1;
      boolean asLong = each.length() == -1 || each.length() == length;
      if (!last || !asLong || own.length == 0 || length != sizes[sizes.length - 1]) {
        return false;
      }
    }
    return true;
  }

  private long[] sizesOf(int[] from, Tensor[] in) {
    Tensor[] those = new Tensor[from.length];
    for (int i = 0; i < those.length; i++) {
      those[i] = in[from[i]];
    }
    return those.length == 0 ? new long[0] : Broadcast.sizes(kernel().name(), those);
  }

  private static boolean contains(int[] numbers, int number) {
    for (int each : numbers) {
      if (each == number) {
        return true;
      }
    }
    return false;
  }

  private Tensor[] compute(Tensor[] in, Number[] numbers, long[] sizes) {
    Strided[] results = new Strided[forward.reaches().length];
    for (int i = 0; i < results.length; i++) {
      DType dtype = contains(forward.truths(), i) ? DType.BOOL : DType.F32;
      results[i] = Strided.allocate(dtype, Device.CPU, sizes);
    }
    return pointwise(kernel(), in, numbers, results);
  }

  private static Tensor[] pointwise(
      PointwiseKernel kernel, Tensor[] in, Number[] numbers, Strided[] results) {
    Strided[] views = new Strided[in.length];
    for (int i = 0; i < views.length; i++) {
      views[i] = in[i].strided();
    }
    Backends.of(Device.CPU).pointwise(kernel, DType.F32, views, numbers, results);
    Tensor[] tensors = new Tensor[results.length];
    for (int i = 0; i < tensors.length; i++) {
      tensors[i] = Tensor.wrap(results[i]);
    }
    return tensors;
  }

  // ---- gradients

  private void record(Gradient rule, Tensor[] in, Number[] numbers, Tensor[] out) {
    GradFn node = Tape.node("FusedBackward0", in);
    if (node == null) {
      return;
    }
    @Nullable Saved[] saved = new Saved[in.length + out.length];
    for (int i = 0; i < in.length; i++) { // all of them, for a pass that is recorded
      saved[i] = node.save(in[i]);
    }
    for (int use : rule.uses()) {
      if (use >= in.length && use < saved.length) {
        saved[use] = node.save(out[use - in.length]);
      }
    }
    node.backward(dys -> gradients(rule, node, dys, saved, numbers)).gives(out);
  }

  private @Nullable Tensor[] gradients(
      Gradient rule,
      GradFn node,
      @Nullable Tensor[] dys,
      @Nullable Saved[] saved,
      Number[] numbers) {
    int count = saved.length - dys.length;
    @Nullable Tensor[] result = new Tensor[count];
    if (Arrays.stream(dys).allMatch(dy -> dy == null)) {
      return result;
    }
    if (GradMode.enabled()) {
      recorded(node, dys, tensors(saved, count), numbers, result);
      return result;
    }
    Tensor[] in = new Tensor[rule.uses().length];
    for (int i = 0; i < in.length; i++) {
      int use = rule.uses()[i];
      in[i] = use < saved.length ? present(saved[use]).get() : orZero(dys[use - saved.length]);
    }
    long[] sizes = sizesOfResults(dys);
    Strided[] gradients = new Strided[rule.gives().length];
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = Strided.allocate(DType.F32, Device.CPU, sizes);
    }
    Tensor[] computed = pointwise(rule.kernel(), in, numbers, gradients);
    for (int i = 0; i < computed.length; i++) {
      int tensor = rule.gives()[i];
      result[tensor] = node.wants(tensor) ? computed[i] : null;
    }
    return result;
  }

  /** The gradients as the ops one by one have them, on the tape. */
  private void recorded(
      GradFn node,
      @Nullable Tensor[] dys,
      Tensor[] in,
      Number[] numbers,
      @Nullable Tensor[] result) {
    List<Tensor> wanted = new ArrayList<>();
    Tensor[] replayed = in.clone();
    for (int i = 0; i < in.length; i++) {
      if (node.wants(i)) {
        replayed[i] = like(in[i]);
        wanted.add(replayed[i]);
      }
    }
    Tensor[] out = eager.run(replayed, numbers);
    List<Tensor> outputs = new ArrayList<>();
    List<Tensor> gradients = new ArrayList<>();
    for (int i = 0; i < dys.length; i++) {
      Tensor dy = dys[i];
      if (dy != null && out[i].requiresGrad()) {
        outputs.add(out[i]);
        gradients.add(dy);
      }
    }
    List<@Nullable Tensor> found = Autograd.grad(outputs, wanted, gradients, true, true, true);
    for (int i = 0, next = 0; i < in.length; i++) {
      if (node.wants(i)) {
        result[i] = found.get(next++);
      }
    }
  }

  private static long[] sizesOfResults(@Nullable Tensor[] dys) {
    for (Tensor dy : dys) {
      if (dy != null) {
        return dy.strided().sizes();
      }
    }
    throw new IllegalStateException("no gradient has arrived");
  }

  /**
   * The same tensor, one step further on the tape: of a tensor that is taken twice each place has a
   * gradient of its own.
   */
  private static Tensor like(Tensor tensor) {
    GradFn node = Tape.node("AliasBackward0", tensor);
    Tensor like = Tensor.wrap(tensor.strided());
    if (node != null) {
      node.backward(dys -> dys).gives(like);
    }
    return like;
  }

  private static Tensor[] tensors(@Nullable Saved[] saved, int count) {
    Tensor[] tensors = new Tensor[count];
    for (int i = 0; i < count; i++) {
      tensors[i] = present(saved[i]).get();
    }
    return tensors;
  }

  private static Saved present(@Nullable Saved saved) {
    if (saved == null) {
      throw new IllegalStateException("a gradient uses a tensor that was not saved");
    }
    return saved;
  }

  private static Tensor orZero(@Nullable Tensor dy) {
    return dy == null ? Tensor.scalar(0.0) : dy;
  }

  @Override
  public String toString() {
    return kernel().name();
  }
}
