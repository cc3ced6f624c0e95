package dev.cresset.autograd;

import dev.cresset.Functional;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds gradients to what small steps of the inputs make of the results. As {@code
 * torch.autograd.gradcheck}.
 */
public final class GradCheck {
  private static final double STEP = 1e-6;
  private static final double ABSOLUTE = 1e-5;
  private static final double RELATIVE = 1e-3;

  /** A function of tensors. */
  @FunctionalInterface
  public interface Of {
    /** Its result; the same for the same inputs, which it may write to. */
    Tensor run(Tensor... inputs);
  }

  private final Of function;
  private final double step;
  private final double absolute;
  private final double relative;

  private GradCheck(Of function, double step, double absolute, double relative) {
    this.function = function;
    this.step = step;
    this.absolute = absolute;
    this.relative = relative;
  }

  /**
   * Checks with steps of 1e-6, to 1e-5 and a thousandth of the derivative.
   *
   * @param inputs those that require a gradient are checked, and must be of F64
   * @throws IllegalArgumentException if none of them does, or one is of another dtype
   * @throws ArithmeticException if a gradient differs: by which element of which input, and both
   *     numbers
   */
  public static void gradCheck(Of function, Tensor... inputs) {
    gradCheck(function, STEP, ABSOLUTE, RELATIVE, inputs);
  }

  /**
   * As {@link #gradCheck(Of, Tensor...)}.
   *
   * @param eps how far an element is moved to both sides
   * @param atol how much a gradient may differ in any case
   * @param rtol how much more it may differ, as a part of the derivative
   */
  public static void gradCheck(
      Of function, double eps, double atol, double rtol, Tensor... inputs) {
    boolean any = false;
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i].requiresGrad()) {
        any = true;
        if (inputs[i].dtype() != DType.F64) {
          throw new IllegalArgumentException(
              "gradCheck: input %d is %s, in which small steps are lost; give it as F64: x.to(DType.F64)"
                  .formatted(i, inputs[i].strided()));
        }
      }
    }
    if (!any) {
      throw new IllegalArgumentException(
          "gradCheck: none of the inputs requires a gradient; write x.requiresGrad_(true)");
    }
    new GradCheck(function, eps, atol, rtol).check(inputs);
  }

  private void check(Tensor[] inputs) {
    Tensor[] leaves = copies(inputs);
    List<Tensor> wanted = Arrays.stream(leaves).filter(Tensor::requiresGrad).toList();
    Tensor[] given = leaves.clone();
    for (int i = 0; i < given.length; i++) { // a function may write to what it is given
      given[i] = leaves[i].requiresGrad() ? leaves[i].clone() : leaves[i];
    }
    Tensor result = function.run(given);
    List<double[]> rows = new ArrayList<>();
    for (int element = 0; element < result.numel(); element++) {
      rows.add(gradients(result, element, wanted));
    }
    int column = 0;
    for (int input = 0; input < inputs.length; input++) {
      for (int at = 0; inputs[input].requiresGrad() && at < inputs[input].numel(); at++) {
        double[] differences = differences(inputs, input, at);
        for (int element = 0; element < differences.length; element++) {
          compare(element, input, at, rows.get(element)[column], differences[element]);
        }
        column++;
      }
    }
  }

  /** The gradients of one element of the result by all elements of these tensors. */
  private static double[] gradients(Tensor result, int element, List<Tensor> wanted) {
    if (!result.requiresGrad()) {
      return new double[wanted.stream().mapToInt(each -> (int) each.numel()).sum()];
    }
    double[] one = new double[(int) result.numel()];
    one[element] = 1;
    Tensor direction = Tensor.fromBlob(one, result.sizes()).to(result.dtype());
    List<@Nullable Tensor> found =
        Autograd.grad(List.of(result), wanted, List.of(direction), true, false, true);
    return IntStream.range(0, wanted.size())
        .mapToObj(i -> values(found.get(i), (int) wanted.get(i).numel()))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static double[] values(@Nullable Tensor gradient, int count) {
    return gradient == null ? new double[count] : gradient.toDoubleArray();
  }

  /** How the elements of the result change with one element of one input. */
  private double[] differences(Tensor[] inputs, int input, int at) {
    double[] above = moved(inputs, input, at, step);
    double[] below = moved(inputs, input, at, -step);
    double[] differences = new double[above.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = (above[i] - below[i]) / (2 * step);
    }
    return differences;
  }

  private double[] moved(Tensor[] inputs, int input, int at, double by) {
    Tensor[] near = copies(inputs);
    double[] elements = inputs[input].toDoubleArray();
    elements[at] += by;
    near[input] = Tensor.fromBlob(elements, inputs[input].sizes());
    return Functional.noGrad(() -> function.run(near)).toDoubleArray();
  }

  private static Tensor[] copies(Tensor[] inputs) {
    Tensor[] copies = new Tensor[inputs.length];
    for (int i = 0; i < copies.length; i++) {
      Tensor copy = inputs[i].detach().clone();
      copies[i] = inputs[i].requiresGrad() ? copy.requiresGrad_(true) : copy;
    }
    return copies;
  }

  private void compare(int element, int input, int at, double gradient, double difference) {
    if (!(Math.abs(gradient - difference) <= absolute + relative * Math.abs(difference))) {
      throw new ArithmeticException(
          "gradCheck: the gradient of element %d of the result by element %d of input %d is %s by backward and %s by steps of %s"
              .formatted(element, at, input, gradient, difference, step));
    }
  }
}
