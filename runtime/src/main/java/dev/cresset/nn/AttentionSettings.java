package dev.cresset.nn;

/** What the options of attention say. */
final class AttentionSettings {
  double dropout;
  boolean bias = true;
  boolean addBiasKv;
  boolean addZeroAttn;
  long kdim;
  long vdim;
  boolean batchFirst;

  AttentionSettings(long embedDim, Option.ForAttention... options) {
    kdim = embedDim;
    vdim = embedDim;
    for (Option.ForAttention option : options) {
      if (option instanceof Option.DropoutRate o) {
        dropout = o.rate();
      } else if (option instanceof Option.Bias o) {
        bias = o.present();
      } else if (option instanceof Option.AddBiasKv o) {
        addBiasKv = o.on();
      } else if (option instanceof Option.AddZeroAttn o) {
        addZeroAttn = o.on();
      } else if (option instanceof Option.Kdim o) {
        kdim = o.size();
      } else if (option instanceof Option.Vdim o) {
        vdim = o.size();
      } else if (option instanceof Option.BatchFirst o) {
        batchFirst = o.on();
      }
    }
  }
}
