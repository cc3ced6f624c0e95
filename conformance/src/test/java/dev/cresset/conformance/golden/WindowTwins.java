package dev.cresset.conformance.golden;

import static dev.cresset.conformance.golden.LayerTwins.first;
import static dev.cresset.conformance.golden.LayerTwins.second;
import static dev.cresset.conformance.golden.LayerTwins.square;
import static dev.cresset.conformance.golden.LayerTwins.twin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.conformance.golden.LayerTwins.Twin;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.nn.AdaptiveAvgPool1d;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.AvgPool1d;
import dev.cresset.nn.AvgPool2d;
import dev.cresset.nn.Conv1d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.MaxPool1d;
import dev.cresset.nn.MaxPool1dWithIndices;
import dev.cresset.nn.MaxPool2d;
import dev.cresset.nn.MaxPool2dWithIndices;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Option;
import dev.cresset.nn.Options;
import dev.cresset.nn.PaddingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Convolutions and pools. */
final class WindowTwins {
  private static final String CONV =
      "in_channels out_channels kernel_size stride padding dilation groups bias padding_mode";
  private static final String POOL = "kernel_size stride padding";

  private WindowTwins() {}

  static Map<String, Twin> all() {
    Map<String, Twin> all = new LinkedHashMap<>();
    all.put(
        "Conv1d",
        twin(
            CONV,
            args ->
                new Conv1d(
                    args.integer("in_channels"),
                    args.integer("out_channels"),
                    first(args.get("kernel_size")),
                    conv1d(args))));
    all.put("Conv2d", twin(CONV, WindowTwins::conv2d));
    all.put("MaxPool1d", twin(POOL, WindowTwins::maxPool1d));
    all.put("MaxPool2d", twin(POOL, WindowTwins::maxPool2d));
    all.put(
        "AvgPool1d",
        twin(POOL, args -> new AvgPool1d(first(args.get("kernel_size")), avgPool1d(args))));
    all.put("AvgPool2d", twin(POOL, WindowTwins::avgPool2d));
    all.put(
        "AdaptiveAvgPool1d",
        twin("output_size", args -> new AdaptiveAvgPool1d(first(args.get("output_size")))));
    all.put("AdaptiveAvgPool2d", twin("output_size", WindowTwins::adaptive2d));
    return all;
  }

  private static NnModule adaptive2d(Arguments args) {
    JsonNode size = args.get("output_size");
    return size.isArray()
        ? new AdaptiveAvgPool2d(kept(size.get(0)), kept(size.get(1)))
        : new AdaptiveAvgPool2d(size.asLong());
  }

  private static long kept(JsonNode size) {
    return size.isNull() ? AdaptiveAvgPool2d.KEEP : size.asLong();
  }

  private static NnModule conv2d(Arguments args) {
    long in = args.integer("in_channels");
    long out = args.integer("out_channels");
    JsonNode size = args.get("kernel_size");
    List<Option.ForConv2d> options = new ArrayList<>();
    args.option(
        "stride",
        options,
        v -> square(v) ? Options.stride(first(v)) : Options.stride(first(v), second(v)));
    if (args.has("padding")) {
      JsonNode v = args.get("padding");
      options.add(
          v.isTextual()
              ? same(v)
              : square(v) ? Options.padding(first(v)) : Options.padding(first(v), second(v)));
    }
    args.option(
        "dilation",
        options,
        v -> square(v) ? Options.dilation(first(v)) : Options.dilation(first(v), second(v)));
    args.option("groups", options, v -> Options.groups(v.asLong()));
    args.option("bias", options, v -> Options.bias(v.asBoolean()));
    args.option("padding_mode", options, v -> Options.paddingMode(mode(v)));
    Option.ForConv2d[] all = options.toArray(new Option.ForConv2d[0]);
    return square(size)
        ? new Conv2d(in, out, first(size), all)
        : new Conv2d(in, out, Options.kernel(first(size), second(size)), all);
  }

  private static Option.ForConv1d[] conv1d(Arguments args) {
    List<Option.ForConv1d> options = new ArrayList<>();
    args.option("stride", options, v -> Options.stride(first(v)));
    if (args.has("padding")) {
      JsonNode v = args.get("padding");
      options.add(v.isTextual() ? same(v) : Options.padding(first(v)));
    }
    args.option("dilation", options, v -> Options.dilation(first(v)));
    args.option("groups", options, v -> Options.groups(v.asLong()));
    args.option("bias", options, v -> Options.bias(v.asBoolean()));
    args.option("padding_mode", options, v -> Options.paddingMode(mode(v)));
    return options.toArray(new Option.ForConv1d[0]);
  }

  private static Option.SamePadding same(JsonNode padding) {
    if (!padding.asText().equals("same")) {
      throw new NotCovered("padding " + padding);
    }
    return Options.samePadding();
  }

  private static PaddingMode mode(JsonNode mode) {
    return PaddingMode.valueOf(mode.asText().toUpperCase(Locale.ROOT));
  }

  private static NnModule maxPool2d(Arguments args) {
    JsonNode size = args.get("kernel_size");
    List<Option.ForMaxPool2d> options = new ArrayList<>();
    args.option(
        "stride",
        options,
        v -> square(v) ? Options.stride(first(v)) : Options.stride(first(v), second(v)));
    args.option(
        "padding",
        options,
        v -> square(v) ? Options.padding(first(v)) : Options.padding(first(v), second(v)));
    args.option("dilation", options, v -> Options.dilation(first(v)));
    args.option("ceil_mode", options, v -> Options.ceilMode(v.asBoolean()));
    Option.ForMaxPool2d[] all = options.toArray(new Option.ForMaxPool2d[0]);
    if (args.flag("return_indices", false)) {
      return square(size)
          ? new MaxPool2dWithIndices(first(size), all)
          : new MaxPool2dWithIndices(Options.kernel(first(size), second(size)), all);
    }
    return square(size)
        ? new MaxPool2d(first(size), all)
        : new MaxPool2d(Options.kernel(first(size), second(size)), all);
  }

  private static NnModule maxPool1d(Arguments args) {
    List<Option.ForMaxPool1d> options = new ArrayList<>();
    args.option("stride", options, v -> Options.stride(first(v)));
    args.option("padding", options, v -> Options.padding(first(v)));
    args.option("dilation", options, v -> Options.dilation(first(v)));
    args.option("ceil_mode", options, v -> Options.ceilMode(v.asBoolean()));
    long size = first(args.get("kernel_size"));
    Option.ForMaxPool1d[] all = options.toArray(new Option.ForMaxPool1d[0]);
    return args.flag("return_indices", false)
        ? new MaxPool1dWithIndices(size, all)
        : new MaxPool1d(size, all);
  }

  private static NnModule avgPool2d(Arguments args) {
    JsonNode size = args.get("kernel_size");
    List<Option.ForAvgPool2d> options = new ArrayList<>();
    args.option(
        "stride",
        options,
        v -> square(v) ? Options.stride(first(v)) : Options.stride(first(v), second(v)));
    args.option(
        "padding",
        options,
        v -> square(v) ? Options.padding(first(v)) : Options.padding(first(v), second(v)));
    args.option("ceil_mode", options, v -> Options.ceilMode(v.asBoolean()));
    args.option("count_include_pad", options, v -> Options.countIncludePad(v.asBoolean()));
    args.option("divisor_override", options, v -> Options.divisorOverride(v.asLong()));
    Option.ForAvgPool2d[] all = options.toArray(new Option.ForAvgPool2d[0]);
    return square(size)
        ? new AvgPool2d(first(size), all)
        : new AvgPool2d(Options.kernel(first(size), second(size)), all);
  }

  private static Option.ForAvgPool1d[] avgPool1d(Arguments args) {
    List<Option.ForAvgPool1d> options = new ArrayList<>();
    args.option("stride", options, v -> Options.stride(first(v)));
    args.option("padding", options, v -> Options.padding(first(v)));
    args.option("ceil_mode", options, v -> Options.ceilMode(v.asBoolean()));
    args.option("count_include_pad", options, v -> Options.countIncludePad(v.asBoolean()));
    return options.toArray(new Option.ForAvgPool1d[0]);
  }
}
