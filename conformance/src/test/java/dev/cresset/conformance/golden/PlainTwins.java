package dev.cresset.conformance.golden;

import static dev.cresset.conformance.golden.LayerTwins.twin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.conformance.golden.LayerTwins.Twin;
import dev.cresset.nn.BatchNorm1d;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Bilinear;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Dropout2d;
import dev.cresset.nn.Embedding;
import dev.cresset.nn.Flatten;
import dev.cresset.nn.Identity;
import dev.cresset.nn.LayerNorm;
import dev.cresset.nn.Linear;
import dev.cresset.nn.Option;
import dev.cresset.nn.Options;
import dev.cresset.nn.Unflatten;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layers without windows: linear, normalising, dropping, looking up, reshaping. */
final class PlainTwins {
  private PlainTwins() {}

  static Map<String, Twin> all() {
    Map<String, Twin> all = new LinkedHashMap<>();
    all.put(
        "Linear",
        twin(
            "in_features out_features bias",
            args ->
                new Linear(
                    args.integer("in_features"), args.integer("out_features"), linear(args))));
    all.put(
        "Bilinear",
        twin(
            "in1_features in2_features out_features bias",
            args ->
                new Bilinear(
                    args.integer("in1_features"),
                    args.integer("in2_features"),
                    args.integer("out_features"),
                    linear(args))));
    all.put("Identity", twin("", args -> new Identity()));
    all.put(
        "BatchNorm1d",
        twin("num_features", args -> new BatchNorm1d(args.integer("num_features"), norm(args))));
    all.put(
        "BatchNorm2d",
        twin("num_features", args -> new BatchNorm2d(args.integer("num_features"), norm(args))));
    all.put(
        "LayerNorm",
        twin(
            "normalized_shape",
            args -> new LayerNorm(args.integers("normalized_shape"), layerNorm(args))));
    all.put("Dropout", twin("p", args -> new Dropout(args.number("p", 0.5))));
    all.put("Dropout2d", twin("p", args -> new Dropout2d(args.number("p", 0.5))));
    all.put(
        "Embedding",
        twin(
            "num_embeddings embedding_dim padding_idx",
            args ->
                new Embedding(
                    args.integer("num_embeddings"),
                    args.integer("embedding_dim"),
                    embedding(args))));
    all.put(
        "Flatten",
        twin(
            "start_dim end_dim",
            args ->
                new Flatten(
                    (int) args.integer("start_dim", 1), (int) args.integer("end_dim", -1))));
    all.put(
        "Unflatten",
        twin(
            "dim unflattened_size",
            args -> new Unflatten((int) args.integer("dim"), args.integers("unflattened_size"))));
    return all;
  }

  private static Option.ForLinear[] linear(Arguments args) {
    return new Option.ForLinear[] {Options.bias(args.flag("bias", true))};
  }

  static Option.ForBatchNorm[] norm(Arguments args) {
    List<Option.ForBatchNorm> options = new ArrayList<>();
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    if (args.names().contains("momentum")) {
      JsonNode momentum = args.get("momentum");
      options.add(
          momentum.isNull() ? Options.cumulativeAverage() : Options.momentum(momentum.asDouble()));
    }
    args.option("affine", options, v -> Options.affine(v.asBoolean()));
    args.option("track_running_stats", options, v -> Options.trackRunningStats(v.asBoolean()));
    return options.toArray(new Option.ForBatchNorm[0]);
  }

  private static Option.ForLayerNorm[] layerNorm(Arguments args) {
    List<Option.ForLayerNorm> options = new ArrayList<>();
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    args.option("elementwise_affine", options, v -> Options.affine(v.asBoolean()));
    return options.toArray(new Option.ForLayerNorm[0]);
  }

  private static Option.ForEmbedding[] embedding(Arguments args) {
    List<Option.ForEmbedding> options = new ArrayList<>();
    args.option("padding_idx", options, v -> Options.paddingIdx(v.asLong()));
    args.option("max_norm", options, v -> Options.maxNorm(v.asDouble()));
    args.option("scale_grad_by_freq", options, v -> Options.scaleGradByFreq(v.asBoolean()));
    return options.toArray(new Option.ForEmbedding[0]);
  }
}
