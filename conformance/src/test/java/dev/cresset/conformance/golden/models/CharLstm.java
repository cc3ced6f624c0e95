package dev.cresset.conformance.golden.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Embedding;
import dev.cresset.nn.LSTM;
import dev.cresset.nn.Linear;

/** Which character comes next, by an LSTM of two layers. */
public class CharLstm extends CharLstmModule {
  final Embedding emb;
  final LSTM lstm;
  final Linear out;

  /** For so many characters, each a vector of {@code dim}. */
  public CharLstm(long vocab, long dim, long hidden) {
    emb = new Embedding(vocab, dim);
    lstm = new LSTM(dim, hidden, numLayers(2), batchFirst(true));
    out = new Linear(hidden, vocab);
  }

  @Override
  @Script
  public Tensor forward(Tensor ids) {
    Tensor y = lstm.call(emb.call(ids), null).output();
    return out.call(y).transpose(1, 2);
  }
}
