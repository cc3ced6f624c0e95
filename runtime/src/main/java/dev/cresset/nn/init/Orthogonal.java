package dev.cresset.nn.init;

/** Makes vectors orthogonal, in double precision. */
final class Orthogonal {

  private Orthogonal() {}

  /**
   * Makes the vectors orthogonal to each other and of length 1 (Gram and Schmidt, each vector
   * twice, which is as good as Householder's method). Of normal vectors it gives every rotation
   * alike, as a QR decomposition whose R has a positive diagonal does.
   *
   * @param vectors no more than each is long
   */
  static void orthonormalize(double[][] vectors) {
    for (int i = 0; i < vectors.length; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          double shared = dot(vectors[i], vectors[j]);
          for (int k = 0; k < vectors[i].length; k++) {
            vectors[i][k] -= shared * vectors[j][k];
          }
        }
      }
      double length = Math.sqrt(dot(vectors[i], vectors[i]));
      for (int k = 0; k < vectors[i].length; k++) {
        vectors[i][k] /= length;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
