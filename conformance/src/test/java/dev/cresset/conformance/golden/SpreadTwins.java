package dev.cresset.conformance.golden;

import static dev.cresset.conformance.golden.LayerTwins.first;
import static dev.cresset.conformance.golden.LayerTwins.second;
import static dev.cresset.conformance.golden.LayerTwins.square;
import static dev.cresset.conformance.golden.LayerTwins.twin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.conformance.golden.LayerTwins.Twin;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.AdaptiveMaxPool1d;
import dev.cresset.nn.AdaptiveMaxPool1dWithIndices;
import dev.cresset.nn.AdaptiveMaxPool2d;
import dev.cresset.nn.AdaptiveMaxPool2dWithIndices;
import dev.cresset.nn.Conv3d;
import dev.cresset.nn.ConvTranspose1d;
import dev.cresset.nn.ConvTranspose2d;
import dev.cresset.nn.ConvTranspose3d;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Option;
import dev.cresset.nn.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Convolutions over volumes, transposed ones, and adaptive pools. */
final class SpreadTwins {
  private static final String TRANSPOSED =
      "in_channels out_channels kernel_size stride padding output_padding groups bias dilation";

  private SpreadTwins() {}

  static Map<String, Twin> all() {
    Map<String, Twin> all = new LinkedHashMap<>();
    all.put(
        "Conv3d",
        twin(
            "in_channels out_channels kernel_size stride padding dilation groups bias",
            SpreadTwins::conv3d));
    all.put("ConvTranspose1d", twin(TRANSPOSED, SpreadTwins::transpose1d));
    all.put("ConvTranspose2d", twin(TRANSPOSED, SpreadTwins::transpose2d));
    all.put("ConvTranspose3d", twin(TRANSPOSED, SpreadTwins::transpose3d));
    all.put("AdaptiveMaxPool1d", twin("output_size return_indices", SpreadTwins::adaptiveMax1d));
    all.put("AdaptiveMaxPool2d", twin("output_size return_indices", SpreadTwins::adaptiveMax2d));
    return all;
  }

  private static NnModule adaptiveMax1d(Arguments args) {
    long size = first(args.get("output_size"));
    return args.flag("return_indices", false)
        ? new AdaptiveMaxPool1dWithIndices(size)
        : new AdaptiveMaxPool1d(size);
  }

  private static NnModule adaptiveMax2d(Arguments args) {
    JsonNode size = args.get("output_size");
    boolean indices = args.flag("return_indices", false);
    if (!size.isArray()) {
      return indices
          ? new AdaptiveMaxPool2dWithIndices(size.asLong())
          : new AdaptiveMaxPool2d(size.asLong());
    }
    long height = kept(size.get(0));
    long width = kept(size.get(1));
    return indices
        ? new AdaptiveMaxPool2dWithIndices(height, width)
        : new AdaptiveMaxPool2d(height, width);
  }

  private static long kept(JsonNode size) {
    return size.isNull() ? AdaptiveAvgPool2d.KEEP : size.asLong();
  }

  private static NnModule transpose1d(Arguments args) {
    List<Option.ForConvTranspose1d> options = new ArrayList<>();
    args.option("stride", options, v -> Options.stride(first(v)));
    args.option("padding", options, v -> Options.padding(first(v)));
    args.option("output_padding", options, v -> Options.outputPadding(first(v)));
    args.option("dilation", options, v -> Options.dilation(first(v)));
    args.option("groups", options, v -> Options.groups(v.asLong()));
    args.option("bias", options, v -> Options.bias(v.asBoolean()));
    return new ConvTranspose1d(
        args.integer("in_channels"),
        args.integer("out_channels"),
        first(args.get("kernel_size")),
        options.toArray(new Option.ForConvTranspose1d[0]));
  }

  private static NnModule transpose2d(Arguments args) {
    List<Option.ForConvTranspose2d> options = new ArrayList<>();
    args.option(
        "stride",
        options,
        v -> square(v) ? Options.stride(first(v)) : Options.stride(first(v), second(v)));
    args.option(
        "padding",
        options,
        v -> square(v) ? Options.padding(first(v)) : Options.padding(first(v), second(v)));
    args.option(
        "output_padding",
        options,
        v ->
            square(v)
                ? Options.outputPadding(first(v))
                : Options.outputPadding(first(v), second(v)));
    args.option(
        "dilation",
        options,
        v -> square(v) ? Options.dilation(first(v)) : Options.dilation(first(v), second(v)));
    args.option("groups", options, v -> Options.groups(v.asLong()));
    args.option("bias", options, v -> Options.bias(v.asBoolean()));
    JsonNode size = args.get("kernel_size");
    return new ConvTranspose2d(
        args.integer("in_channels"),
        args.integer("out_channels"),
        Options.kernel(first(size), second(size)),
        options.toArray(new Option.ForConvTranspose2d[0]));
  }

  private static NnModule transpose3d(Arguments args) {
    List<Option.ForConvTranspose3d> options = new ArrayList<>();
    args.option("stride", options, v -> Options.stride(at(v, 0), at(v, 1), at(v, 2)));
    args.option("padding", options, v -> Options.padding(at(v, 0), at(v, 1), at(v, 2)));
    args.option(
        "output_padding", options, v -> Options.outputPadding(at(v, 0), at(v, 1), at(v, 2)));
    args.option("dilation", options, v -> Options.dilation(at(v, 0), at(v, 1), at(v, 2)));
    args.option("groups", options, v -> Options.groups(v.asLong()));
    args.option("bias", options, v -> Options.bias(v.asBoolean()));
    JsonNode size = args.get("kernel_size");
    return new ConvTranspose3d(
        args.integer("in_channels"),
        args.integer("out_channels"),
        Options.kernel(at(size, 0), at(size, 1), at(size, 2)),
        options.toArray(new Option.ForConvTranspose3d[0]));
  }

  private static NnModule conv3d(Arguments args) {
    List<Option.ForConv3d> options = new ArrayList<>();
    args.option("stride", options, v -> Options.stride(at(v, 0), at(v, 1), at(v, 2)));
    args.option("padding", options, v -> Options.padding(at(v, 0), at(v, 1), at(v, 2)));
    args.option("dilation", options, v -> Options.dilation(at(v, 0), at(v, 1), at(v, 2)));
    args.option("groups", options, v -> Options.groups(v.asLong()));
    args.option("bias", options, v -> Options.bias(v.asBoolean()));
    JsonNode size = args.get("kernel_size");
    return new Conv3d(
        args.integer("in_channels"),
        args.integer("out_channels"),
        Options.kernel(at(size, 0), at(size, 1), at(size, 2)),
        options.toArray(new Option.ForConv3d[0]));
  }

  private static long at(JsonNode size, int dim) {
    return size.isArray() ? size.get(dim).asLong() : size.asLong();
  }
}
