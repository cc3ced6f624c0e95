package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;

/**
 * The labels of samples, given as the numbers of classes up to the first negative one.
 *
 * @param places {@code [samples, labels]}: their classes, and 0 where a sample has fewer labels
 * @param excluded {@code [samples, labels, classes]}: true where there is no such label, or the
 *     class is one of the sample's labels
 */
record LabelSets(Tensor places, Tensor excluded) {

  /** Those of {@code target}, {@code [samples, classes]}. */
  static LabelSets of(Tensor target) {
    int samples = (int) target.size(0);
    int classes = (int) target.size(1);
    long[] given = Memory.plain(target, DType.I64).storage().longs();
    int[] count = new int[samples];
    int most = 0;
    for (int n = 0; n < samples; n++) {
      while (count[n] < classes && given[n * classes + count[n]] >= 0) {
        checkClass(given[n * classes + count[n]], classes);
        count[n]++;
      }
      most = Math.max(most, count[n]);
    }
    Strided places = Strided.allocate(DType.I64, Device.CPU, samples, most);
    Strided excluded = Strided.allocate(DType.BOOL, Device.CPU, samples, most, classes);
    long[] at = places.storage().longs();
    byte[] out = excluded.storage().bytes();
    for (int n = 0; n < samples; n++) {
      boolean[] isLabel = new boolean[classes];
      for (int k = 0; k < count[n]; k++) {
        at[n * most + k] = given[n * classes + k];
        isLabel[(int) given[n * classes + k]] = true;
      }
      for (int k = 0; k < most; k++) {
        for (int c = 0; c < classes; c++) {
          out[(n * most + k) * classes + c] = (byte) (k >= count[n] || isLabel[c] ? 1 : 0);
        }
      }
    }
    return new LabelSets(Tensor.wrap(places), Tensor.wrap(excluded));
  }

  private static void checkClass(long label, int classes) {
    if (label >= classes) {
      throw new IndexOutOfBoundsException(
          "multilabel_margin_loss: label %d is out of the range of %d classes"
              .formatted(label, classes));
    }
  }
}
