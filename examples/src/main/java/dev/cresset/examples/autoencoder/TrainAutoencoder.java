package dev.cresset.examples.autoencoder;

import static dev.cresset.Functional.binaryCrossEntropy;
import static dev.cresset.Functional.cat;
import static dev.cresset.Functional.noGrad;
import static dev.cresset.Functional.repeatInterleave;
import static dev.cresset.data.DataLoader.seed;
import static dev.cresset.data.DataLoader.shuffle;
import static dev.cresset.nn.Options.lr;

import dev.cresset.Tensor;
import dev.cresset.data.DataLoader;
import dev.cresset.data.Dataset;
import dev.cresset.data.Example;
import dev.cresset.examples.Arguments;
import dev.cresset.examples.digits.DrawnDigits;
import dev.cresset.optim.Adam;
import dev.cresset.tools.curve.Curves;
import dev.cresset.tools.image.Images;
import dev.cresset.tools.progress.Progress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** Trains an {@link Autoencoder} on drawn digits, and draws what it makes of others. */
public final class TrainAutoencoder {
  private static final int BATCH = 64;

  private TrainAutoencoder() {}

  /** Runs the program: {@code --epochs 12 --digits 6000 --seed 1 --out target}. */
  public static void main(String... arguments) {
    run(arguments, System.out);
  }

  /**
   * Runs the program, and prints to {@code out}.
   *
   * @return the mean squared difference of a picture and what the network makes of it
   */
  public static double run(String[] arguments, PrintStream out) {
    Arguments read =
        Arguments.read(
            arguments, "--epochs", "12", "--digits", "6000", "--seed", "1", "--out", "target");
    int seed = read.number("--seed");
    Path folder = read.path("--out");
    Tensor.manualSeed(seed);
    Autoencoder model = new Autoencoder(16, 2); // 2 · 7 · 7 numbers for 28 · 28 pixels
    Dataset digits = DrawnDigits.draw(read.number("--digits"), seed);
    train(model, new DataLoader(digits, BATCH, shuffle(true), seed(seed)), read, out);
    Tensor others = DrawnDigits.draw(10, seed + 1).batch(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).input();
    Tensor made = noGrad(() -> model.eval().call(others));
    Path picture = folder.resolve("autoencoder.png");
    Tensor both = cat(others, made);
    Images.savePng(enlarged(Images.makeGrid(both, 10)), picture);
    double difference = others.sub(made).square().mean().item();
    out.printf(
        Locale.ROOT,
        "squared difference %.4f; drawn to %s%n",
        difference,
        picture.toAbsolutePath());
    return difference;
  }

  private static void train(Autoencoder model, DataLoader loader, Arguments read, PrintStream out) {
    var optimizer = new Adam(model.parameters(), lr(3e-3));
    var curves = new Curves("an autoencoder on drawn digits", "step", "loss");
    long step = 0;
    int epochs = read.number("--epochs");
    for (int epoch = 1; epoch <= epochs; epoch++) {
      String title = "epoch " + epoch + "/" + epochs;
      try (var batches = Progress.of(loader, loader.size(), title, out)) {
        for (Example batch : batches) {
          Tensor loss = binaryCrossEntropy(model.call(batch.input()), batch.input());
          optimizer.zeroGrad();
          loss.backward();
          optimizer.step();
          batches.show("loss", loss.item());
          curves.add("training", step++, loss.item());
        }
      }
    }
    out.println(curves);
  }

  /** Each pixel twice as high and wide. */
  private static Tensor enlarged(Tensor picture) {
    return repeatInterleave(repeatInterleave(picture, 2, 1), 2, 2);
  }
}
