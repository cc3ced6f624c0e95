package dev.cresset.nn;

/** What the options of recurrent networks say. */
final class RecurrentSettings {
  long numLayers = 1;
  boolean bias = true;
  boolean batchFirst;
  double dropout;
  boolean bidirectional;
  long projSize;
  boolean relu;

  RecurrentSettings(Option... options) {
    for (Option option : options) {
      if (option instanceof Option.NumLayers o) {
        numLayers = o.count();
      } else if (option instanceof Option.Bias o) {
        bias = o.present();
      } else if (option instanceof Option.BatchFirst o) {
        batchFirst = o.on();
      } else if (option instanceof Option.DropoutRate o) {
        dropout = o.rate();
      } else if (option instanceof Option.Bidirectional o) {
        bidirectional = o.on();
      } else if (option instanceof Option.ProjSize o) {
        projSize = o.size();
      } else if (option instanceof Option.ReluNonlinearity o) {
        relu = o.on();
      }
    }
    if (!(dropout >= 0 && dropout <= 1)) {
      throw new IllegalArgumentException(
          "dropoutRate is " + dropout + "; it must lie between 0 and 1");
    }
  }
}
