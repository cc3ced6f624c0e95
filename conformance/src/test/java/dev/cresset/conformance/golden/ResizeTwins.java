package dev.cresset.conformance.golden;

import static dev.cresset.conformance.golden.LayerTwins.first;
import static dev.cresset.conformance.golden.LayerTwins.second;
import static dev.cresset.conformance.golden.LayerTwins.twin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.conformance.golden.LayerTwins.Twin;
import dev.cresset.nn.Fold;
import dev.cresset.nn.Interpolation;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Option;
import dev.cresset.nn.Options;
import dev.cresset.nn.Unfold;
import dev.cresset.nn.Upsample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Other sizes, and windows as columns. */
final class ResizeTwins {
  private ResizeTwins() {}

  static Map<String, Twin> all() {
    Map<String, Twin> all = new LinkedHashMap<>();
    all.put("Upsample", twin("size scale_factor mode", ResizeTwins::upsample));
    all.put("Unfold", twin("kernel_size dilation padding stride", ResizeTwins::unfold));
    all.put("Fold", twin("output_size kernel_size", ResizeTwins::fold));
    return all;
  }

  private static NnModule upsample(Arguments args) {
    List<Option.ForUpsample> options = new ArrayList<>();
    args.option("size", options, v -> Options.outputSize(Json.integers(v)));
    args.option("scale_factor", options, v -> Options.scaleFactor(numbers(v)));
    args.option("align_corners", options, v -> Options.alignCorners(v.asBoolean()));
    String mode = args.text("mode", "nearest").toUpperCase(Locale.ROOT).replace('-', '_');
    return new Upsample(Interpolation.valueOf(mode), options.toArray(new Option.ForUpsample[0]));
  }

  /** The numbers of a list, or one alone. */
  static double[] numbers(JsonNode value) {
    if (!value.isArray()) {
      return new double[] {value.asDouble()};
    }
    double[] all = new double[value.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = value.get(i).asDouble();
    }
    return all;
  }

  private static NnModule unfold(Arguments args) {
    JsonNode size = args.get("kernel_size");
    return new Unfold(Options.kernel(first(size), second(size)), window(args));
  }

  private static NnModule fold(Arguments args) {
    JsonNode size = args.get("output_size");
    JsonNode kernel = args.get("kernel_size");
    return new Fold(
        first(size), second(size), Options.kernel(first(kernel), second(kernel)), window(args));
  }

  private static Option.ForUnfold[] window(Arguments args) {
    List<Option.ForUnfold> options = new ArrayList<>();
    args.option("dilation", options, v -> Options.dilation(first(v), second(v)));
    args.option("padding", options, v -> Options.padding(first(v), second(v)));
    args.option("stride", options, v -> Options.stride(first(v), second(v)));
    return options.toArray(new Option.ForUnfold[0]);
  }
}
