package dev.cresset.conformance.golden;

import static dev.cresset.conformance.golden.LayerTwins.twin;
import static dev.cresset.conformance.golden.LossTwins.reduction;

import dev.cresset.conformance.golden.LayerTwins.Twin;
import dev.cresset.nn.CosineEmbeddingLoss;
import dev.cresset.nn.GaussianNLLLoss;
import dev.cresset.nn.HingeEmbeddingLoss;
import dev.cresset.nn.MarginRankingLoss;
import dev.cresset.nn.MultiLabelMarginLoss;
import dev.cresset.nn.MultiLabelSoftMarginLoss;
import dev.cresset.nn.MultiMarginLoss;
import dev.cresset.nn.Option;
import dev.cresset.nn.Options;
import dev.cresset.nn.PoissonNLLLoss;
import dev.cresset.nn.SoftMarginLoss;
import dev.cresset.nn.TripletMarginLoss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Losses of margins, rates and several labels. */
final class MarginTwins {
  private MarginTwins() {}

  static Map<String, Twin> all() {
    Map<String, Twin> all = new LinkedHashMap<>();
    all.put(
        "CosineEmbeddingLoss",
        twin("margin", args -> new CosineEmbeddingLoss(args.number("margin", 0), reduction(args))));
    all.put(
        "MarginRankingLoss",
        twin("margin", args -> new MarginRankingLoss(args.number("margin", 0), reduction(args))));
    all.put(
        "HingeEmbeddingLoss",
        twin("margin", args -> new HingeEmbeddingLoss(args.number("margin", 1), reduction(args))));
    all.put("SoftMarginLoss", twin("", args -> new SoftMarginLoss(reduction(args))));
    all.put("MultiLabelMarginLoss", twin("", args -> new MultiLabelMarginLoss(reduction(args))));
    all.put("TripletMarginLoss", twin("margin", args -> new TripletMarginLoss(triplet(args))));
    all.put("PoissonNLLLoss", twin("", args -> new PoissonNLLLoss(poisson(args))));
    all.put("GaussianNLLLoss", twin("", args -> new GaussianNLLLoss(gaussian(args))));
    all.put("MultiMarginLoss", twin("p margin", args -> new MultiMarginLoss(multiMargin(args))));
    all.put(
        "MultiLabelSoftMarginLoss",
        twin("weight", args -> new MultiLabelSoftMarginLoss(multiLabel(args))));
    return all;
  }

  private static Option.ForTripletMargin[] triplet(Arguments args) {
    List<Option.ForTripletMargin> options = new ArrayList<>(List.of(reduction(args)));
    args.option("margin", options, v -> Options.margin(v.asDouble()));
    args.option("p", options, v -> Options.p(v.asDouble()));
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    args.option("swap", options, v -> Options.swap(v.asBoolean()));
    return options.toArray(new Option.ForTripletMargin[0]);
  }

  private static Option.ForPoissonNll[] poisson(Arguments args) {
    List<Option.ForPoissonNll> options = new ArrayList<>(List.of(reduction(args)));
    args.option("log_input", options, v -> Options.logInput(v.asBoolean()));
    args.option("full", options, v -> Options.fullLoss(v.asBoolean()));
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    return options.toArray(new Option.ForPoissonNll[0]);
  }

  private static Option.ForGaussianNll[] gaussian(Arguments args) {
    List<Option.ForGaussianNll> options = new ArrayList<>(List.of(reduction(args)));
    args.option("full", options, v -> Options.fullLoss(v.asBoolean()));
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    return options.toArray(new Option.ForGaussianNll[0]);
  }

  private static Option.ForMultiMargin[] multiMargin(Arguments args) {
    List<Option.ForMultiMargin> options = new ArrayList<>(List.of(reduction(args)));
    args.option("p", options, v -> Options.p(v.asDouble()));
    args.option("margin", options, v -> Options.margin(v.asDouble()));
    args.option("weight", options, v -> Options.weight(args.tensor("weight")));
    return options.toArray(new Option.ForMultiMargin[0]);
  }

  private static Option.ForMultiLabel[] multiLabel(Arguments args) {
    List<Option.ForMultiLabel> options = new ArrayList<>(List.of(reduction(args)));
    args.option("weight", options, v -> Options.weight(args.tensor("weight")));
    return options.toArray(new Option.ForMultiLabel[0]);
  }
}
