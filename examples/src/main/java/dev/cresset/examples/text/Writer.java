package dev.cresset.examples.text;

import static dev.cresset.Functional.crossEntropy;
import static dev.cresset.Functional.noGrad;
import static dev.cresset.Functional.softmax;
import static dev.cresset.nn.Options.lr;
import static dev.cresset.nn.Options.weightDecay;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.data.Example;
import dev.cresset.nn.Layer;
import dev.cresset.nn.utils.ClipGrad;
import dev.cresset.optim.AdamW;
import dev.cresset.optim.CosineAnnealingLR;
import dev.cresset.tools.curve.Curves;
import dev.cresset.tools.metric.Mean;
import dev.cresset.tools.progress.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Teaches a network to write, and lets it write. */
final class Writer {
  private static final int BATCH = 16;
  private static final int CHECKS = 8;

  private final Layer model;
  private final Corpus corpus;
  private final int context;
  private final Generator random;
  private final PrintStream out;

  /**
   * A writer.
   *
   * @param model from {@code [n, t]} to scores of the next characters, {@code [n, t, characters]}
   * @param context how many characters it sees at once
   */
  Writer(Layer model, Corpus corpus, int context, long seed, PrintStream out) {
    this.model = model;
    this.corpus = corpus;
    this.context = context;
    this.random = new Generator(seed);
    this.out = out;
  }

  /**
   * Trains so many steps, and writes a page to a file.
   *
   * @return the mean loss on text that was held back
   */
  double learnAndWrite(String title, int steps, double rate, Path file) {
    train(title, steps, rate);
    double loss = check();
    String text = write("# ", 600, 0.7);
    out.println(text);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
    return loss;
  }

  /** Trains so many steps. */
  private void train(String title, int steps, double rate) {
    model.train();
    var optimizer = new AdamW(model.parameters(), lr(rate), weightDecay(0.01));
    var scheduler = new CosineAnnealingLR(optimizer, steps);
    var curves = new Curves(title, "step", "loss");
    List<Integer> all = IntStream.range(0, steps).boxed().toList();
    try (var bar = Progress.of(all, steps, title, out)) {
      for (int step : bar) {
        Tensor loss = loss(corpus.draw(BATCH, context, random));
        optimizer.zeroGrad();
        loss.backward();
        ClipGrad.clipGradNorm(model.parameters(), 1);
        optimizer.step();
        scheduler.step();
        bar.show("loss", loss.item());
        curves.add("training", step, loss.item());
      }
    }
    out.println(curves);
  }

  private Tensor loss(Example pieces) {
    Tensor scores = model.call(pieces.input());
    return crossEntropy(scores.flatten(0, 1), pieces.target().flatten());
  }

  /** The mean loss over pieces that were held back. */
  private double check() {
    model.eval();
    Mean mean = new Mean();
    for (int i = 0; i < CHECKS; i++) {
      mean.update(noGrad(() -> loss(corpus.drawHeldBack(BATCH, context, random))).item());
    }
    double loss = mean.compute();
    out.printf(
        Locale.ROOT,
        "on text that was held back: loss %.3f, %.2f bits a character%n",
        loss,
        loss / Math.log(2));
    return loss;
  }

  /**
   * Writes on.
   *
   * @param beginning of characters that occur in the corpus
   * @param temperature how daring: below 1 likely characters become more likely
   */
  private String write(String beginning, int length, double temperature) {
    model.eval();
    StringBuilder text = new StringBuilder(beginning);
    for (int i = 0; i < length; i++) {
      long[] seen = corpus.encode(text.substring(Math.max(0, text.length() - context)));
      Tensor scores = noGrad(() -> model.call(Tensor.fromBlob(seen, 1, seen.length)));
      Tensor last = scores.select(1, -1).select(0, 0).div(temperature);
      text.append(corpus.decode(choose(softmax(last, 0).toFloatArray())));
    }
    return text.toString();
  }

  /** One of the places, each as likely as it says. */
  private int choose(float[] likely) {
    double left = random.uniform();
    for (int i = 0; i < likely.length - 1; i++) {
      left -= likely[i];
      if (left < 0) {
        return i;
      }
    }
    return likely.length - 1;
  }
}
