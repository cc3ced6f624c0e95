package dev.cresset.conformance.golden;

import static dev.cresset.conformance.golden.LayerTwins.twin;

import dev.cresset.conformance.golden.LayerTwins.Twin;
import dev.cresset.nn.CELU;
import dev.cresset.nn.ELU;
import dev.cresset.nn.GELU;
import dev.cresset.nn.GLU;
import dev.cresset.nn.Hardshrink;
import dev.cresset.nn.Hardsigmoid;
import dev.cresset.nn.Hardswish;
import dev.cresset.nn.Hardtanh;
import dev.cresset.nn.LeakyReLU;
import dev.cresset.nn.LogSigmoid;
import dev.cresset.nn.LogSoftmax;
import dev.cresset.nn.Mish;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.PReLU;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.ReLU6;
import dev.cresset.nn.SELU;
import dev.cresset.nn.SiLU;
import dev.cresset.nn.Sigmoid;
import dev.cresset.nn.Softmax;
import dev.cresset.nn.Softmin;
import dev.cresset.nn.Softplus;
import dev.cresset.nn.Softshrink;
import dev.cresset.nn.Softsign;
import dev.cresset.nn.Tanh;
import dev.cresset.nn.Tanhshrink;
import dev.cresset.nn.Threshold;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Activations. */
final class ActivationTwins {
  private ActivationTwins() {}

  static Map<String, Twin> all() {
    Map<String, Twin> all = new LinkedHashMap<>();
    plain(all, "ReLU", ReLU::new);
    plain(all, "ReLU6", ReLU6::new);
    plain(all, "SELU", SELU::new);
    plain(all, "SiLU", SiLU::new);
    plain(all, "Mish", Mish::new);
    plain(all, "Sigmoid", Sigmoid::new);
    plain(all, "Tanh", Tanh::new);
    plain(all, "Hardswish", Hardswish::new);
    plain(all, "Hardsigmoid", Hardsigmoid::new);
    plain(all, "LogSigmoid", LogSigmoid::new);
    plain(all, "Softsign", Softsign::new);
    plain(all, "Tanhshrink", Tanhshrink::new);
    number(all, "LeakyReLU", "negative_slope", 0.01, LeakyReLU::new);
    number(all, "ELU", "alpha", 1, ELU::new);
    number(all, "CELU", "alpha", 1, CELU::new);
    number(all, "Hardshrink", "lambd", 0.5, Hardshrink::new);
    number(all, "Softshrink", "lambd", 0.5, Softshrink::new);
    dim(all, "Softmax", Softmax::new);
    dim(all, "LogSoftmax", LogSoftmax::new);
    dim(all, "Softmin", Softmin::new);
    dim(all, "GLU", GLU::new);
    all.put(
        "GELU",
        twin(
            "approximate",
            args ->
                new GELU(
                    args.text("approximate", "none").equals("tanh")
                        ? GELU.Approximate.TANH
                        : GELU.Approximate.NONE)));
    all.put(
        "Softplus",
        twin(
            "beta threshold",
            args -> new Softplus(args.number("beta", 1), args.number("threshold", 20))));
    all.put(
        "Hardtanh",
        twin(
            "min_val max_val",
            args -> new Hardtanh(args.number("min_val", -1), args.number("max_val", 1))));
    all.put(
        "Threshold",
        twin(
            "threshold value",
            args -> new Threshold(args.number("threshold"), args.number("value"))));
    all.put(
        "PReLU",
        twin(
            "num_parameters init",
            args -> new PReLU(args.integer("num_parameters", 1), args.number("init", 0.25))));
    return all;
  }

  private static void plain(Map<String, Twin> all, String name, Supplier<NnModule> make) {
    all.put(name, twin("", args -> make.get()));
  }

  private static void number(
      Map<String, Twin> all,
      String name,
      String argument,
      double absent,
      DoubleFunction<NnModule> make) {
    all.put(name, twin(argument, args -> make.apply(args.number(argument, absent))));
  }

  private static void dim(Map<String, Twin> all, String name, IntFunction<NnModule> make) {
    all.put(name, twin("dim", args -> make.apply((int) args.integer("dim", -1))));
  }
}
