package dev.cresset.tensor.forward;

import dev.cresset.Tensor;

/** The slices of one dimension of a contiguous tensor. */
final class Slices {
  final int outer;
  final int inner;
  private final int size;
  private final int offset;

  Slices(Tensor x, int d) {
    int before = 1;
    int after = 1;
    for (int e = 0; e < x.dim(); e++) {
      before *= e < d ? (int) x.size(e) : 1;
      after *= e > d ? (int) x.size(e) : 1;
    }
    outer = before;
    inner = after;
    size = x.dim() == 0 ? 1 : (int) x.size(d);
    offset = x.strided().start();
  }

  int start(int block, long index) {
    return offset + (block * size + (int) index) * inner;
  }
}
