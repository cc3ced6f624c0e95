package dev.cresset.conformance.golden.models;

import static dev.cresset.Functional.all;
import static dev.cresset.Functional.range;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Embedding;
import dev.cresset.nn.LayerNorm;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;
import dev.cresset.nn.TransformerEncoderLayer;

/** A language model of transformer layers that look back. */
public class TinyGpt extends TinyGptModule {
  final Embedding tok;
  @Param final Tensor pos;
  final ModuleList<TransformerEncoderLayer> blocks;
  final LayerNorm norm;
  final Linear head;

  /** For texts of up to 16 places. */
  public TinyGpt(long vocab, long dim, long heads, long layers) {
    tok = new Embedding(vocab, dim);
    pos = param(Tensor.zeros(16, dim));
    blocks = new ModuleList<>();
    for (long i = 0; i < layers; i++) {
      blocks.add(
          new TransformerEncoderLayer(
              dim,
              heads,
              dimFeedforward(2 * dim),
              dropoutRate(0),
              geluActivation(true),
              batchFirst(true),
              normFirst(true)));
    }
    norm = new LayerNorm(dim);
    head = new Linear(dim, vocab, bias(false));
  }

  @Override
  @Script
  public Tensor forward(Tensor ids) {
    long n = ids.size(1);
    Tensor x = tok.call(ids).add(pos.get(range(0, n), all()));
    Tensor mask = x.newOnes(n, n).triu(1).gt(0);
    for (TransformerEncoderLayer b : blocks) {
      x = b.call(x, mask, null);
    }
    return head.call(norm.call(x)).transpose(1, 2);
  }
}
