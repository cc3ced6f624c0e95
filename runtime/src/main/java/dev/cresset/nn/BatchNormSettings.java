package dev.cresset.nn;

/**
 * The options of batch normalisation, read.
 *
 * @param momentum how much the newest batch counts; 0 if cumulative
 * @param cumulative whether the statistics are the mean over all batches
 */
record BatchNormSettings(
    double eps, double momentum, boolean cumulative, boolean affine, boolean tracking) {

  static BatchNormSettings of(Option.ForBatchNorm... options) {
    return of(true, options);
  }

  /** Those of instances, for which nothing is learned and kept unless options say so. */
  static BatchNormSettings ofInstances(Option.ForBatchNorm... options) {
    return of(false, options);
  }

  private static BatchNormSettings of(boolean learning, Option.ForBatchNorm... options) {
    double eps = 1e-5;
    double momentum = 0.1;
    boolean cumulative = false;
    boolean affine = learning;
    boolean tracking = learning;
    for (Option.ForBatchNorm option : options) {
      if (option instanceof Option.Eps o) {
        eps = o.value();
      } else if (option instanceof Option.Momentum o) {
        Double value = o.value();
        cumulative = value == null;
        momentum = value == null ? 0 : value;
      } else if (option instanceof Option.Affine o) {
        affine = o.on();
      } else if (option instanceof Option.TrackRunningStats o) {
        tracking = o.on();
      }
    }
    return new BatchNormSettings(eps, momentum, cumulative, affine, tracking);
  }

  /** How a layer over so many features prints. */
  String text(long numFeatures) {
    return "%d, eps=%s, momentum=%s, affine=%s, track_running_stats=%s"
        .formatted(
            numFeatures,
            ModuleText.text(eps),
            cumulative ? "None" : ModuleText.text(momentum),
            ModuleText.text(affine),
            ModuleText.text(tracking));
  }
}
