package dev.cresset.ir.op;

import dev.cresset.ir.scalar.Scalar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an op does with rows: the elements along one dimension, the last one of its tensors. An
 * element of the result is computed from the elements at its place and from folds of the row.
 *
 * @param dimension the argument that names the dimension: a number, or a list of one; or {@code
 *     normalized_shape}, which stands for as many last dimensions as it has sizes
 * @param needs what other arguments must be for this to be true; by their names
 * @param body the result's element
 * @param gradient the elements of the tensors' gradients
 */
public record Rowwise(String dimension, Map<String, Object> needs, Body body, Gradient gradient) {
  /** The last dimension, counted from the end. */
  public static final int LAST = -1;

  private static final String SIZES = "normalized_shape";

  /** What makes the result's element. */
  @FunctionalInterface
  public interface Body {
    /**
     * The result's element.
     *
     * @param in the elements of the tensors and the numbers, in the schema's order; null for what
     *     is absent, and for arguments that are neither
     */
    Scalar of(@Nullable Scalar[] in);
  }

  /** What makes the gradients' elements. */
  @FunctionalInterface
  public interface Gradient {
    /**
     * An element for each tensor of the schema that may be there, in order.
     *
     * @param in as in {@link Body}
     * @param y the result's element
     * @param dy its gradient's
     */
    List<Scalar> of(@Nullable Scalar[] in, Scalar y, Scalar dy);
  }

  /**
   * How long rows must be; null if they may be of any length.
   *
   * @param value what the argument {@link #dimension} is
   */
  public @Nullable Long length(@Nullable Object value) {
    boolean sizes = dimension.equals(SIZES);
    return sizes && value instanceof List<?> list && list.get(0) instanceof Long one ? one : null;
  }

  /**
   * The dimension that is meant by {@link #dimension}'s value; null if it is more than one.
   *
   * @param value what the argument is
   */
  public @Nullable Integer dimension(@Nullable Object value) {
    Object one = value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    if (!(one instanceof Long number)) {
      return null;
    }
    return dimension.equals(SIZES) ? Integer.valueOf(LAST) : number.intValue();
  }
}
