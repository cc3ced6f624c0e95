package dev.cresset.examples.digits;

import static dev.cresset.Functional.crossEntropy;
import static dev.cresset.Functional.noGrad;
import static dev.cresset.data.DataLoader.seed;
import static dev.cresset.data.DataLoader.shuffle;
import static dev.cresset.nn.Options.lr;

import dev.cresset.Tensor;
import dev.cresset.data.DataLoader;
import dev.cresset.data.Dataset;
import dev.cresset.data.Example;
import dev.cresset.optim.Adam;
import dev.cresset.optim.CosineAnnealingLR;
import dev.cresset.serialize.StateDicts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Trains a {@link ResNet} on digits, saves it, loads it, and shows what it makes of new digits. */
public final class TrainDigits {
  private static final int BATCH = 64;

  private final Settings settings;
  private final PrintStream out;

  TrainDigits(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Runs the program; see {@link Settings#USAGE}. */
  public static void main(String... arguments) {
    new TrainDigits(Settings.read(arguments), System.out).run();
  }

  void run() {
    makeFolder(settings.out());
    Tensor.manualSeed(settings.seed());
    Data data = Data.of(settings);
    ResNet model = new ResNet(settings.blocks(), settings.channels(), 10);
    out.println(model.summary());
    train(model, data);
    ResNet loaded = saveAndLoad(model, data.heldBack());
    show(loaded, data.heldBack());
    out.println("generated code: " + generatedCode());
    out.printf(Locale.ROOT, "accuracy %.1f %%%n", accuracy(loaded, data.heldBack()));
  }

  /** Before the training, so that it is not lost where its result cannot be written. */
  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder, e);
    }
  }

  private void train(ResNet model, Data data) {
    Adam optimizer = new Adam(model.parameters(), lr(4e-3));
    CosineAnnealingLR schedule = new CosineAnnealingLR(optimizer, settings.epochs());
    DataLoader loader = new DataLoader(data.train(), BATCH, shuffle(true), seed(settings.seed()));
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      ProgressBar bar =
          new ProgressBar(out, "epoch " + epoch + "/" + settings.epochs(), loader.size());
      model.train();
      for (Example batch : loader) {
        Tensor logits = model.call(batch.input());
        Tensor loss = crossEntropy(logits, batch.target());
        optimizer.zeroGrad();
        loss.backward();
        optimizer.step();
        bar.batch(loss.item(), correct(logits, batch.target()), batch.target().numel());
      }
      schedule.step();
      bar.done("checked %.1f %%".formatted(accuracy(model, data.check())));
    }
  }

  /** Saves the weights, loads them into a fresh model, and makes sure that it answers the same. */
  private ResNet saveAndLoad(ResNet model, Dataset digits) {
    Path file = settings.out().resolve("digits.safetensors");
    StateDicts.save(model.stateDict(), file);
    ResNet fresh = new ResNet(settings.blocks(), settings.channels(), 10);
    fresh.loadStateDict(StateDicts.load(file));
    Tensor some = digits.batch(0, 1, 2, 3).input();
    Tensor before = noGrad(() -> model.eval().call(some));
    Tensor after = noGrad(() -> fresh.eval().call(some));
    if (!before.allClose(after, 0, 0, false)) {
      throw new IllegalStateException("the loaded model answers " + after + ", not " + before);
    }
    out.println("saved to " + file.toAbsolutePath() + ", loaded, and the answers are the same");
    return fresh;
  }

  private void show(ResNet model, Dataset digits) {
    for (int row = 0; row < 2; row++) {
      List<Tensor> pictures = new ArrayList<>();
      List<String> captions = new ArrayList<>();
      for (int i = 5 * row; i < 5 * row + 5; i++) {
        Example one = digits.get(i);
        Tensor logits = noGrad(() -> model.call(one.input().unsqueeze(0)));
        pictures.add(one.input());
        captions.add("says " + logits.argmax(1).toLong() + ", is " + one.target().toLong());
      }
      out.println(Picture.row(pictures, captions));
    }
  }

  private static double accuracy(ResNet model, Dataset digits) {
    model.eval();
    long right = 0;
    for (Example batch : new DataLoader(digits, 4 * BATCH)) {
      right += correct(noGrad(() -> model.call(batch.input())), batch.target());
    }
    return 100.0 * right / digits.size();
  }

  private static long correct(Tensor logits, Tensor target) {
    return logits.argmax(1).eq(target).sum().toLong();
  }

  /** Where the processor wrote what runs here, beside the classes. */
  private Path generatedCode() {
    return settings
        .out()
        .resolve("generated-sources/annotations")
        .resolve(ResNet.class.getPackageName().replace('.', '/'))
        .resolve("ResNet_Graph.java")
        .toAbsolutePath();
  }
}
