package dev.cresset;

import dev.cresset.autograd.GradMode;
import dev.cresset.tensor.ElementFunctions;
import dev.cresset.tensor.SequenceFunctions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ops in their prefix form, {@code relu(x)}, and what stands in brackets; meant for {@code import
 * static dev.cresset.Functional.*}. As {@code torch} and {@code torch.nn.functional}. One class for
 * each family holds them, each extending the one before it.
 */
public final class Functional extends SequenceFunctions {

  private Functional() {}

  // What stands in the brackets of get.

  /** A whole dimension, {@code :}. */
  public static Index all() {
    return new Index.All();
  }

  /** The places from {@code start} to before {@code end}; negative ones count from the end. */
  public static Index range(long start, long end) {
    return new Index.Range(start, end, 1);
  }

  /** Every {@code step}-th place from {@code start} to before {@code end}. */
  public static Index range(long start, long end, long step) {
    return new Index.Range(start, end, step);
  }

  /**
   * The places from {@code start} to before {@code end}: {@code range(1L, null)} is {@code 1:}.
   *
   * @param start null for the first place
   * @param end null for the size
   */
  public static Index range(@Nullable Long start, @Nullable Long end) {
    return new Index.Range(start, end, 1);
  }

  /**
   * Every {@code step}-th place from {@code start} to before {@code end}.
   *
   * @param start null for the first place
   * @param end null for the size
   */
  public static Index range(@Nullable Long start, @Nullable Long end, long step) {
    return new Index.Range(start, end, step);
  }

  /** One place; the dimension goes. Negative ones count from the end. */
  public static Index at(long index) {
    return new Index.Place(index);
  }

  /** The places that a tensor of whole numbers names, or where a tensor of truths is true. */
  public static Index at(Tensor indices) {
    return new Index.Places(indices);
  }

  /** A new dimension of size 1, {@code None}. */
  public static Index newAxis() {
    return new Index.NewAxis();
  }

  /** As many whole dimensions as are left, {@code ...}. */
  public static Index rest() {
    return new Index.Rest();
  }

  /** Dimensions that a reduction keeps, each with size 1: {@code x.mean(keepDims(0, 2))}. */
  public static KeepDims keepDims(int... dims) {
    return new KeepDims(dims);
  }

  // Functions of the user's own.

  /**
   * {@code function} of the elements of both, which broadcast: {@code map(x, y, MyOps::leaky)}. All
   * that {@link Tensor#map} says holds here, too.
   *
   * @return of the dtype that both promote to, if that is a floating one; else F32
   */
  public static Tensor map(Tensor x, Tensor y, FloatBinaryOperator function) {
    return ElementFunctions.map(x, y, function);
  }

  // Without gradients.

  /** Runs {@code work} and records nothing of it. As {@code with torch.no_grad()}. */
  public static void noGrad(Runnable work) {
    GradMode.Scope scope = noGrad();
    try {
      work.run();
    } finally {
      scope.close();
    }
  }

  /** What {@code work} gives, none of it recorded. As {@code with torch.no_grad()}. */
  public static <T> T noGrad(Supplier<T> work) {
    return GradMode.off(work);
  }

  /**
   * Records nothing until the scope is closed, in this thread.
   *
   * <pre>{@code try (var scope = noGrad()) { ... }}</pre>
   */
  public static GradMode.Scope noGrad() {
    return GradMode.set(false);
  }
}
