package dev.cresset.ir.interpret;

import dev.cresset.ir.op.Dtypes;
import dev.cresset.ir.op.Elementwise;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.reference.ElementwiseReference;
import dev.cresset.ir.reference.NdArray;
import dev.cresset.ir.reference.Promotion;
import dev.cresset.ir.type.DType;
import java.util.List;

/** What an elementwise op gives: its body, evaluated for each element. */
final class ElementwiseMeaning {
  private ElementwiseMeaning() {}

  static NdArray of(Op op, Elementwise function, Arguments in) {
    List<NdArray> tensors =
        function.tensors().stream().map(name -> in.array(op.schema().indexOf(name))).toList();
    List<Integer> numbers = function.numbers().stream().map(op.schema()::indexOf).toList();
    List<Object> promoting = numbers.stream().limit(function.promoting()).map(in::get).toList();
    double[] reals = numbers.stream().mapToDouble(in::real).toArray();
    long[] wholes = numbers.stream().mapToLong(at -> whole(in.get(at))).toArray();
    DType computed = computed(op, function, tensors, promoting);
    DType given =
        switch (function.dtypes()) {
          case GIVE_BOOL -> DType.BOOL;
          case KEEP_FIRST -> tensors.get(0).dtype();
          case PROMOTE, PROMOTE_NUMBERS, PROMOTE_TO_FLOAT -> computed;
        };
    return ElementwiseReference.map(
        tensors,
        computed,
        given,
        elements -> function.body().evaluate(elements, reals),
        elements -> function.body().evaluate(elements, wholes));
  }

  private static long whole(Object number) {
    if (number instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    return ((Number) number).longValue();
  }

  private static DType computed(
      Op op, Elementwise function, List<NdArray> tensors, List<Object> promoting) {
    if (function.dtypes() == Dtypes.PROMOTE_NUMBERS) {
      long bools = tensors.stream().filter(tensor -> tensor.dtype() == DType.BOOL).count();
      if (bools > 0) {
        throw new IllegalArgumentException(Dtypes.refusal(op.schema().name(), bools > 1));
      }
    }
    DType met = Promotion.of(tensors, promoting);
    if (met.isFloatingPoint()) {
      return met;
    } else if (function.dtypes() == Dtypes.PROMOTE_TO_FLOAT) {
      return DType.F32;
    } else if (!function.wholes()) {
      throw new UnsupportedOperationException(
          "\"%s\" not implemented for '%s'".formatted(op.schema().name(), met.printName()));
    }
    return met;
  }
}
