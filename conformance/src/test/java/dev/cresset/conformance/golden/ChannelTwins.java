package dev.cresset.conformance.golden;

import static dev.cresset.conformance.golden.LayerTwins.twin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.conformance.golden.LayerTwins.Twin;
import dev.cresset.nn.AlphaDropout;
import dev.cresset.nn.BatchNorm3d;
import dev.cresset.nn.ChannelShuffle;
import dev.cresset.nn.CircularPad1d;
import dev.cresset.nn.CircularPad2d;
import dev.cresset.nn.CircularPad3d;
import dev.cresset.nn.ConstantPad1d;
import dev.cresset.nn.ConstantPad2d;
import dev.cresset.nn.ConstantPad3d;
import dev.cresset.nn.CosineSimilarity;
import dev.cresset.nn.Dropout1d;
import dev.cresset.nn.Dropout3d;
import dev.cresset.nn.FeatureAlphaDropout;
import dev.cresset.nn.GroupNorm;
import dev.cresset.nn.InstanceNorm1d;
import dev.cresset.nn.InstanceNorm2d;
import dev.cresset.nn.InstanceNorm3d;
import dev.cresset.nn.LocalResponseNorm;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Option;
import dev.cresset.nn.Options;
import dev.cresset.nn.PairwiseDistance;
import dev.cresset.nn.PixelShuffle;
import dev.cresset.nn.PixelUnshuffle;
import dev.cresset.nn.ReflectionPad1d;
import dev.cresset.nn.ReflectionPad2d;
import dev.cresset.nn.ReflectionPad3d;
import dev.cresset.nn.ReplicationPad1d;
import dev.cresset.nn.ReplicationPad2d;
import dev.cresset.nn.ReplicationPad3d;
import dev.cresset.nn.ZeroPad1d;
import dev.cresset.nn.ZeroPad2d;
import dev.cresset.nn.ZeroPad3d;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Norms, dropouts, shuffles, pads and distances. */
final class ChannelTwins {
  private ChannelTwins() {}

  static Map<String, Twin> all() {
    Map<String, Twin> all = new LinkedHashMap<>();
    norms(all);
    dropout(all, "Dropout1d", Dropout1d::new);
    dropout(all, "Dropout3d", Dropout3d::new);
    dropout(all, "AlphaDropout", AlphaDropout::new);
    dropout(all, "FeatureAlphaDropout", FeatureAlphaDropout::new);
    all.put(
        "PixelShuffle",
        twin("upscale_factor", args -> new PixelShuffle(args.integer("upscale_factor"))));
    all.put(
        "PixelUnshuffle",
        twin("downscale_factor", args -> new PixelUnshuffle(args.integer("downscale_factor"))));
    all.put("ChannelShuffle", twin("groups", args -> new ChannelShuffle(args.integer("groups"))));
    all.put(
        "CosineSimilarity",
        twin(
            "dim eps",
            args -> new CosineSimilarity((int) args.integer("dim", 1), args.number("eps", 1e-8))));
    all.put(
        "PairwiseDistance",
        twin(
            "p eps keepdim",
            args ->
                new PairwiseDistance(
                    args.number("p", 2), args.number("eps", 1e-6), args.flag("keepdim", false))));
    pad(all, "ZeroPad1d", 2, ZeroPad1d::new);
    pad(all, "ZeroPad2d", 4, ZeroPad2d::new);
    pad(all, "ZeroPad3d", 6, ZeroPad3d::new);
    pad(all, "ReflectionPad1d", 2, ReflectionPad1d::new);
    pad(all, "ReflectionPad2d", 4, ReflectionPad2d::new);
    pad(all, "ReflectionPad3d", 6, ReflectionPad3d::new);
    pad(all, "ReplicationPad1d", 2, ReplicationPad1d::new);
    pad(all, "ReplicationPad2d", 4, ReplicationPad2d::new);
    pad(all, "ReplicationPad3d", 6, ReplicationPad3d::new);
    pad(all, "CircularPad1d", 2, CircularPad1d::new);
    pad(all, "CircularPad2d", 4, CircularPad2d::new);
    pad(all, "CircularPad3d", 6, CircularPad3d::new);
    constant(all, "ConstantPad1d", 2, ConstantPad1d::new);
    constant(all, "ConstantPad2d", 4, ConstantPad2d::new);
    constant(all, "ConstantPad3d", 6, ConstantPad3d::new);
    return all;
  }

  private static void norms(Map<String, Twin> all) {
    all.put(
        "BatchNorm3d",
        twin(
            "num_features",
            args -> new BatchNorm3d(args.integer("num_features"), PlainTwins.norm(args))));
    all.put(
        "InstanceNorm1d",
        twin(
            "num_features",
            args -> new InstanceNorm1d(args.integer("num_features"), PlainTwins.norm(args))));
    all.put(
        "InstanceNorm2d",
        twin(
            "num_features",
            args -> new InstanceNorm2d(args.integer("num_features"), PlainTwins.norm(args))));
    all.put(
        "InstanceNorm3d",
        twin(
            "num_features",
            args -> new InstanceNorm3d(args.integer("num_features"), PlainTwins.norm(args))));
    all.put(
        "GroupNorm",
        twin(
            "num_groups num_channels",
            args ->
                new GroupNorm(
                    args.integer("num_groups"), args.integer("num_channels"), groupNorm(args))));
    all.put(
        "LocalResponseNorm",
        twin(
            "size alpha beta k",
            args ->
                new LocalResponseNorm(
                    args.integer("size"),
                    args.number("alpha", 1e-4),
                    args.number("beta", 0.75),
                    args.number("k", 1))));
  }

  private static Option.ForGroupNorm[] groupNorm(Arguments args) {
    List<Option.ForGroupNorm> options = new ArrayList<>();
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    args.option("affine", options, v -> Options.affine(v.asBoolean()));
    return options.toArray(new Option.ForGroupNorm[0]);
  }

  private static void dropout(Map<String, Twin> all, String name, DoubleFunction<NnModule> make) {
    all.put(name, twin("p", args -> make.apply(args.number("p", 0.5))));
  }

  private static void pad(
      Map<String, Twin> all, String name, int sides, Function<long[], NnModule> make) {
    all.put(name, twin("padding", args -> make.apply(sides(args, sides))));
  }

  /** Makes a layer of what lies around and its value. */
  private interface Constant {
    NnModule make(long[] padding, double value);
  }

  private static void constant(Map<String, Twin> all, String name, int sides, Constant layer) {
    all.put(
        name, twin("padding value", args -> layer.make(sides(args, sides), args.number("value"))));
  }

  private static long[] sides(Arguments args, int count) {
    JsonNode padding = args.get("padding");
    if (padding.isArray()) {
      return args.integers("padding");
    }
    long[] all = new long[count];
    Arrays.fill(all, padding.asLong());
    return all;
  }
}
