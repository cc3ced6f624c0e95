package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** An op on each element by itself. */
public final class ElementwiseReference {
  private ElementwiseReference() {}

  /**
   * Applies a function to the elements of arrays that broadcast.
   *
   * @param computed the dtype that the elements are converted to first
   * @param given the result's dtype
   * @param real the function where {@code computed} is real
   * @param whole the function where it is not
   */
  public static NdArray map(
      List<NdArray> arrays,
      DType computed,
      DType given,
      ToDoubleFunction<double[]> real,
      ToLongFunction<long[]> whole) {
    long[] sizes = NdArray.broadcast(arrays);
    List<NdArray> in = arrays.stream().map(each -> each.as(computed).expand(sizes)).toList();
    NdArray result = NdArray.zeros(given, sizes);
    for (long i = 0; i < result.count(); i++) {
      long number = i;
      if (computed.isFloatingPoint()) {
        result.set(
            i, real.applyAsDouble(in.stream().mapToDouble(each -> each.real(number)).toArray()));
      } else {
        result.setWhole(
            i, whole.applyAsLong(in.stream().mapToLong(each -> each.whole(number)).toArray()));
      }
    }
    return result;
  }
}
