package dev.cresset.conformance.golden;

import static dev.cresset.conformance.golden.LayerTwins.twin;

import dev.cresset.conformance.golden.LayerTwins.Twin;
import dev.cresset.nn.BCELoss;
import dev.cresset.nn.BCEWithLogitsLoss;
import dev.cresset.nn.CrossEntropyLoss;
import dev.cresset.nn.HuberLoss;
import dev.cresset.nn.KLDivLoss;
import dev.cresset.nn.L1Loss;
import dev.cresset.nn.MSELoss;
import dev.cresset.nn.NLLLoss;
import dev.cresset.nn.Option;
import dev.cresset.nn.Options;
import dev.cresset.nn.Reduction;
import dev.cresset.nn.SmoothL1Loss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Losses. */
final class LossTwins {
  private LossTwins() {}

  static Map<String, Twin> all() {
    Map<String, Twin> all = new LinkedHashMap<>();
    all.put("MSELoss", twin("", args -> new MSELoss(reduction(args))));
    all.put("L1Loss", twin("", args -> new L1Loss(reduction(args))));
    all.put(
        "SmoothL1Loss",
        twin("", args -> new SmoothL1Loss(args.number("beta", 1), reduction(args))));
    all.put("HuberLoss", twin("", args -> new HuberLoss(args.number("delta", 1), reduction(args))));
    all.put("CrossEntropyLoss", twin("weight", args -> new CrossEntropyLoss(entropy(args))));
    all.put("NLLLoss", twin("weight", args -> new NLLLoss(nll(args))));
    all.put("BCELoss", twin("weight", args -> new BCELoss(bce(args))));
    all.put("BCEWithLogitsLoss", twin("weight", args -> new BCEWithLogitsLoss(logits(args))));
    all.put("KLDivLoss", twin("", args -> new KLDivLoss(divergence(args))));
    all.putAll(MarginTwins.all());
    return all;
  }

  static Option.ReductionOption reduction(Arguments args) {
    String name = args.text("reduction", "mean");
    for (Reduction reduction : Reduction.values()) {
      if (reduction.torchName().equals(name)) {
        return Options.reduction(reduction);
      }
    }
    throw new IllegalArgumentException("no reduction is called " + name);
  }

  private static Option.ForCrossEntropy[] entropy(Arguments args) {
    List<Option.ForCrossEntropy> options = new ArrayList<>(List.of(reduction(args)));
    args.option("weight", options, v -> Options.weight(args.tensor("weight")));
    args.option("ignore_index", options, v -> Options.ignoreIndex(v.asLong()));
    args.option("label_smoothing", options, v -> Options.labelSmoothing(v.asDouble()));
    return options.toArray(new Option.ForCrossEntropy[0]);
  }

  private static Option.ForNllLoss[] nll(Arguments args) {
    List<Option.ForNllLoss> options = new ArrayList<>(List.of(reduction(args)));
    args.option("weight", options, v -> Options.weight(args.tensor("weight")));
    args.option("ignore_index", options, v -> Options.ignoreIndex(v.asLong()));
    return options.toArray(new Option.ForNllLoss[0]);
  }

  private static Option.ForBce[] bce(Arguments args) {
    List<Option.ForBce> options = new ArrayList<>(List.of(reduction(args)));
    args.option("weight", options, v -> Options.weight(args.tensor("weight")));
    return options.toArray(new Option.ForBce[0]);
  }

  private static Option.ForBceWithLogits[] logits(Arguments args) {
    List<Option.ForBceWithLogits> options = new ArrayList<>(List.of(reduction(args)));
    args.option("weight", options, v -> Options.weight(args.tensor("weight")));
    args.option("pos_weight", options, v -> Options.posWeight(args.tensor("pos_weight")));
    return options.toArray(new Option.ForBceWithLogits[0]);
  }

  private static Option.ForKlDiv[] divergence(Arguments args) {
    List<Option.ForKlDiv> options = new ArrayList<>(List.of(reduction(args)));
    args.option("log_target", options, v -> Options.logTarget(v.asBoolean()));
    return options.toArray(new Option.ForKlDiv[0]);
  }
}
