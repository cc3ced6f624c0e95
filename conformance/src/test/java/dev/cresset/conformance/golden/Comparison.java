package dev.cresset.conformance.golden;

import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.Mismatch;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares by the rules of the goldens' README. */
final class Comparison {
  private final double rtol;
  private final double atol;

  Comparison(double rtol, double atol) {
    this.rtol = rtol;
    this.atol = atol;
  }

  static Comparison of(GoldenCase golden) {
    return new Comparison(golden.rtol(), golden.atol());
  }

  /** Throws unless {@code got} is {@code want} to the tolerance, in dtype and sizes exactly. */
  void check(String what, @Nullable Tensor got, @Nullable Tensor want) {
    if (got == null || want == null) {
      if (got != want) {
        throw new Mismatch(what + ": " + (got == null ? "absent" : "present, but should not be"));
      }
      return;
    }
    if (got.dtype() != want.dtype() || !Arrays.equals(got.sizes(), want.sizes())) {
      throw new Mismatch(what + ": is " + got.strided() + ", should be " + want.strided());
    }
    if (got.dtype().isFloatingPoint()) {
      double[] a = got.toDoubleArray();
      double[] b = want.toDoubleArray();
      for (int i = 0; i < a.length; i++) {
        check(what, i, a[i], b[i]);
      }
    } else if (!Arrays.equals(got.toLongArray(), want.toLongArray())) {
      throw new Mismatch(
          what
              + ": is "
              + Arrays.toString(got.toLongArray())
              + ", should be "
              + Arrays.toString(want.toLongArray()));
    }
  }

  /** Throws unless the numbers agree. */
  void check(String what, int index, double got, double want) {
    if (Double.isNaN(got) && Double.isNaN(want) || got == want) {
      return;
    }
    boolean finite = Double.isFinite(got) && Double.isFinite(want);
    if (!finite || !(Math.abs(got - want) <= atol + rtol * Math.abs(want))) {
      throw new Mismatch("%s: element %d is %s, should be %s".formatted(what, index, got, want));
    }
  }

  /** Throws unless both are the same. */
  static void same(String what, @Nullable Object got, @Nullable Object want) {
    if (!Objects.equals(got, want)) {
      throw new Mismatch(what + ": is\n" + got + "\nshould be\n" + want);
    }
  }
}
