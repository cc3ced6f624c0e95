package dev.cresset.conformance.golden.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.GELU;
import dev.cresset.nn.LayerNorm;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;

/** Three linear layers, named. */
public class MLP extends MLPModule {
  final Sequential net;

  /** A perceptron of these widths. */
  public MLP(long inFeatures, long hidden, long numClasses) {
    net =
        new Sequential()
            .add("fc1", new Linear(inFeatures, hidden))
            .add("act1", new ReLU())
            .add("norm", new LayerNorm(hidden))
            .add("drop", new Dropout(0.0))
            .add("fc2", new Linear(hidden, hidden))
            .add("act2", new GELU())
            .add("out", new Linear(hidden, numClasses));
  }

  @Override
  @Script
  public Tensor forward(Tensor x) {
    return net.call(x);
  }
}
