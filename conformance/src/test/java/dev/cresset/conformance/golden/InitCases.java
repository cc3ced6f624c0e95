package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.conformance.golden.Outcome.Mismatch;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.init.Fan;
import dev.cresset.nn.init.Init;
import dev.cresset.nn.init.Nonlinearity;
import dev.cresset.tensor.Memory;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** First values: exact ones, and random ones by their statistics. */
final class InitCases {
  private static final int DRAWN = 20000;

  private InitCases() {}

  static void run(GoldenCase golden) {
    switch (golden.get("distribution").asText()) {
      case "deterministic" ->
          Comparison.of(golden)
              .check("values", values(golden), golden.expected(golden.names("outputs").get(0)));
      case "constant" -> {
        double want = golden.get("expected").get("value").asDouble();
        for (double got : values(golden).toDoubleArray()) {
          Comparison.of(golden).check("values", 0, got, want);
        }
      }
      case "orthogonal" -> orthogonal(golden, values(golden));
      case "dropout" -> dropout(golden);
      default -> statistics(golden);
    }
  }

  /** Draws until there are enough values, and checks bounds, mean and deviation. */
  private static void statistics(GoldenCase golden) {
    DoubleStream.Builder all = DoubleStream.builder();
    int count = 0;
    while (count < DRAWN) {
      double[] drawn = values(golden).toDoubleArray();
      for (double value : drawn) {
        all.add(value);
      }
      count += drawn.length;
    }
    double[] values = all.build().toArray();
    JsonNode expected = golden.get("expected");
    double std = expected.get("std").asDouble();
    double mean = DoubleStream.of(values).average().orElseThrow();
    double spread =
        Math.sqrt(
            DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    if (Math.abs(mean - expected.get("mean").asDouble()) >= 6 * std / Math.sqrt(count)) {
      throw new Mismatch("mean is " + mean + ", should be " + expected.get("mean"));
    }
    if (Math.abs(spread / std - 1) >= 0.05) {
      throw new Mismatch("deviation is " + spread + ", should be " + std);
    }
    if (!expected.get("min").isNull()) {
      double slack = 1e-6 * std; // the bounds are doubles, the values singles
      double least = DoubleStream.of(values).min().orElseThrow();
      double most = DoubleStream.of(values).max().orElseThrow();
      if (least < expected.get("min").asDouble() - slack
          || most > expected.get("max").asDouble() + slack) {
        throw new Mismatch("values from " + least + " to " + most + ", should be in " + expected);
      }
    }
  }

  private static void orthogonal(GoldenCase golden, Tensor tensor) {
    int rows = (int) tensor.size(0);
    int columns = (int) (tensor.numel() / rows);
    double[] w = tensor.toDoubleArray();
    boolean wide = rows <= columns;
    int n = wide ? rows : columns;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double dot = 0;
        for (int k = 0; k < (wide ? columns : rows); k++) {
          dot +=
              wide
                  ? w[i * columns + k] * w[j * columns + k]
                  : w[k * columns + i] * w[k * columns + j];
        }
        Comparison.of(golden).check("product", i * n + j, dot, i == j ? 1 : 0);
      }
    }
  }

  private static void dropout(GoldenCase golden) {
    NnModule module = LayerTwins.build(golden.name(), golden.args()).train();
    long[] shape = Json.integers(golden.get("shape"));
    Tensor ones = Memory.fill(Memory.zeros(DType.F32, Device.CPU, shape), 1);
    double[] got = module.invoke(List.of(IValue.from(ones))).toTensor().toDoubleArray();
    JsonNode expected = golden.get("expected");
    double kept = expected.get("values").get(1).asDouble();
    boolean channels = expected.get("whole_channels").asBoolean();
    int run = channels ? (int) (shape[2] * shape[3]) : 1;
    int stays = 0;
    for (int i = 0; i < got.length; i += run) {
      for (int j = i; j < i + run; j++) {
        boolean known = got[j] == 0 || Math.abs(got[j] - kept) < 1e-6;
        if (!known || got[j] != got[i]) {
          throw new Mismatch("element " + j + " is " + got[j]);
        }
      }
      stays += got[i] == 0 ? 0 : 1;
    }
    double p = expected.get("keep_fraction").asDouble();
    int draws = got.length / run;
    if (Math.abs((double) stays / draws - p) >= 6 * Math.sqrt(p * (1 - p) / draws)) {
      throw new Mismatch(stays + " of " + draws + " stay, should be " + p);
    }
  }

  private static Tensor values(GoldenCase golden) {
    Arguments args = golden.args();
    Supplier<Tensor> empty =
        () -> Memory.zeros(DType.F32, Device.CPU, Json.integers(golden.get("shape")));
    Tensor made =
        switch (golden.name()) {
          case "module_default" -> parameter(args);
          case "xavier_uniform_" -> Init.xavierUniform_(empty.get(), args.number("gain", 1));
          case "xavier_normal_" -> Init.xavierNormal_(empty.get(), args.number("gain", 1));
          case "kaiming_uniform_" ->
              Init.kaimingUniform_(empty.get(), args.number("a", 0), fan(args), after(args));
          case "kaiming_normal_" ->
              Init.kaimingNormal_(empty.get(), args.number("a", 0), fan(args), after(args));
          case "uniform_" -> Init.uniform_(empty.get(), args.number("a", 0), args.number("b", 1));
          case "normal_" ->
              Init.normal_(empty.get(), args.number("mean", 0), args.number("std", 1));
          case "constant_" -> Init.constant_(empty.get(), args.number("val"));
          case "ones_" -> Init.ones_(empty.get());
          case "zeros_" -> Init.zeros_(empty.get());
          case "eye_" -> Init.eye_(empty.get());
          case "dirac_" -> Init.dirac_(empty.get(), args.integer("groups", 1));
          case "orthogonal_" -> Init.orthogonal_(empty.get(), args.number("gain", 1));
          default -> throw new NotCovered("initialiser " + golden.name());
        };
    args.allRead(golden.name());
    return made;
  }

  private static Tensor parameter(Arguments args) {
    String module = args.text("module", "");
    String parameter = args.text("parameter", "");
    Tensor found = LayerTwins.build(module, args).stateDict().get(parameter);
    if (found == null) {
      throw new Mismatch(module + " has no " + parameter);
    }
    return found;
  }

  private static Fan fan(Arguments args) {
    return args.text("mode", "fan_in").equals("fan_in") ? Fan.IN : Fan.OUT;
  }

  private static Nonlinearity after(Arguments args) {
    return Nonlinearity.valueOf(args.text("nonlinearity", "leaky_relu").toUpperCase(Locale.ROOT));
  }
}
