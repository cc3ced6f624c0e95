package dev.cresset.tensor.eager;

import dev.cresset.ir.scalar.Scalar;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/** What a scalar is for all elements of one row, in plain loops. */
final class RowMeaning {
  private final double[][] inputs;
  private final double[] parameters;
  private final int length;
  private final Map<Scalar, double[]> known = new IdentityHashMap<>();

  RowMeaning(double[][] inputs, double[] parameters, int length) {
    this.inputs = inputs;
    this.parameters = parameters;
    this.length = length;
  }

  double[] of(Scalar scalar) {
    double[] row = known.get(scalar);
    if (row == null) {
      row = computed(scalar);
      known.put(scalar, row);
    }
    return row;
  }

  private double[] computed(Scalar scalar) {
    double[] row = new double[length];
    if (scalar instanceof Scalar.Input input) {
      return inputs[input.index()].clone();
    } else if (scalar instanceof Scalar.Row fold) {
      Arrays.fill(row, fold(fold.fold(), of(fold.each())));
    } else if (scalar instanceof Scalar.RowLength) {
      Arrays.fill(row, length);
    } else if (scalar instanceof Scalar.Call call) {
      double[][] in = call.arguments().stream().map(this::of).toArray(double[][]::new);
      Arrays.setAll(
          row, i -> call.function().of(Arrays.stream(in).mapToDouble(a -> a[i]).toArray()));
    } else {
      Arrays.fill(row, scalar.evaluate(new double[0], parameters));
    }
    return row;
  }

  private static double fold(Scalar.Fold fold, double[] row) {
    return switch (fold) {
      case SUM -> Arrays.stream(row).sum();
      case MAX -> Arrays.stream(row).reduce(Double.NEGATIVE_INFINITY, Math::max);
      case FIRST -> row[0];
    };
  }
}
