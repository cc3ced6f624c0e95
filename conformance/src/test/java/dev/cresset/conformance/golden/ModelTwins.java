package dev.cresset.conformance.golden;

import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.conformance.golden.models.Autoencoder;
import dev.cresset.conformance.golden.models.Buf;
import dev.cresset.conformance.golden.models.CharLstm;
import dev.cresset.conformance.golden.models.GatedCell;
import dev.cresset.conformance.golden.models.MLP;
import dev.cresset.conformance.golden.models.MnistCnn;
import dev.cresset.conformance.golden.models.MyCell;
import dev.cresset.conformance.golden.models.RNNLoop;
import dev.cresset.conformance.golden.models.ResNet;
import dev.cresset.conformance.golden.models.TinyGpt;
import dev.cresset.nn.NnModule;
import java.util.Map;
import java.util.function.Function;

/** The Java twins of the goldens' Python models, by name. */
final class ModelTwins {
  private static final Map<String, Function<Arguments, NnModule>> TWINS =
      Map.of(
          "ResNet",
          args ->
              new ResNet(
                  args.integer("num_blocks"),
                  args.integer("num_classes"),
                  args.integer("channels", 64)),
          "MyCell",
          args -> new MyCell(args.integer("size")),
          "GatedCell",
          args -> new GatedCell(args.integer("size")),
          "RNNLoop",
          args -> new RNNLoop(args.integer("size")),
          "MLP",
          args ->
              new MLP(
                  args.integer("in_features"), args.integer("hidden"), args.integer("num_classes")),
          "CharLstm",
          args -> new CharLstm(args.integer("vocab"), args.integer("dim"), args.integer("hidden")),
          "TinyGpt",
          args ->
              new TinyGpt(
                  args.integer("vocab"),
                  args.integer("dim"),
                  args.integer("heads"),
                  args.integer("layers")),
          "Autoencoder",
          args -> new Autoencoder(args.integer("c")),
          "MnistCnn",
          args -> new MnistCnn(args.number("p", 0)),
          "Buf",
          args -> new Buf());

  private ModelTwins() {}

  /** Whether there is a twin of this name. */
  static boolean has(String name) {
    return TWINS.containsKey(name);
  }

  /** The twin of this name, built with these arguments. */
  static NnModule build(String name, Arguments args) {
    Function<Arguments, NnModule> twin = TWINS.get(name);
    if (twin == null) {
      throw new NotCovered("model " + name);
    }
    NnModule made = twin.apply(args);
    args.allRead(name);
    return made;
  }
}
