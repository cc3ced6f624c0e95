package dev.cresset.examples.text;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.Embedding;
import dev.cresset.nn.LSTM;
import dev.cresset.nn.Linear;

/** Which character comes next, by a network that reads one after the other. */
public class CharLstm extends CharLstmModule {
  final Embedding embedding;
  final LSTM lstm;
  final Linear output;

  /**
   * With weights drawn anew.
   *
   * @param characters how many different ones there are
   * @param hidden how many numbers are remembered from one to the next, in each of two layers
   */
  public CharLstm(long characters, long hidden) {
    embedding = new Embedding(characters, hidden / 2);
    lstm = new LSTM(hidden / 2, hidden, numLayers(2), batchFirst(true));
    output = new Linear(hidden, characters);
  }

  /** Scores of each next character, {@code [n, t, characters]}. */
  @Override
  @Script
  public Tensor forward(@Shape("N, T") Tensor text) {
    return output.call(lstm.call(embedding.call(text), null).output());
  }
}
