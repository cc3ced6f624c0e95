package dev.cresset.examples.mnist;

import static dev.cresset.Functional.nllLoss;
import static dev.cresset.Functional.noGrad;
import static dev.cresset.data.DataLoader.seed;
import static dev.cresset.data.DataLoader.shuffle;
import static dev.cresset.nn.Options.lr;
import static dev.cresset.tools.train.EarlyStopping.patience;

import dev.cresset.Tensor;
import dev.cresset.data.DataLoader;
import dev.cresset.data.Example;
import dev.cresset.data.TensorDataset;
import dev.cresset.examples.Arguments;
import dev.cresset.examples.digits.DrawnDigits;
import dev.cresset.optim.Adadelta;
import dev.cresset.optim.StepLR;
import dev.cresset.tools.curve.Curves;
import dev.cresset.tools.metric.Accuracy;
import dev.cresset.tools.metric.ConfusionMatrix;
import dev.cresset.tools.metric.F1Score;
import dev.cresset.tools.metric.Mean;
import dev.cresset.tools.progress.Progress;
import dev.cresset.tools.summary.Summary;
import dev.cresset.tools.tensorboard.SummaryWriter;
import dev.cresset.tools.train.EarlyStopping;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** Trains {@link MnistCnn}, and shows how it went: curves, TensorBoard, a confusion matrix. */
public final class TrainMnist {
  private static final int BATCH = 64;

  private final PrintStream out;
  private final Path folder;
  private final int epochs;
  private final MnistCnn model;
  private final DataLoader train;
  private final DataLoader test;

  private TrainMnist(Arguments arguments, PrintStream out) {
    this.out = out;
    folder = arguments.path("--out");
    epochs = arguments.number("--epochs");
    int seed = arguments.number("--seed");
    int digits = arguments.number("--digits");
    Tensor.manualSeed(seed);
    model = new MnistCnn();
    TensorDataset drawn = DrawnDigits.draw(digits, seed);
    train = new DataLoader(drawn, BATCH, shuffle(true), seed(seed));
    test = new DataLoader(DrawnDigits.draw(Math.max(1, digits / 5), seed + 1), 4 * BATCH);
  }

  /** Runs the program: {@code --epochs 4 --digits 6000 --seed 1 --out target}. */
  public static void main(String... arguments) {
    run(arguments, System.out);
  }

  /** Runs the program, and prints to {@code out}. */
  public static double run(String[] arguments, PrintStream out) {
    Arguments read =
        Arguments.read(
            arguments, "--epochs", "4", "--digits", "6000", "--seed", "1", "--out", "target");
    return new TrainMnist(read, out).run();
  }

  private double run() {
    out.println(Summary.summary(model, new long[] {1, 1, 28, 28}));
    var optimizer = new Adadelta(model.parameters(), lr(1));
    var scheduler = new StepLR(optimizer, 1, 0.7);
    var stopping = new EarlyStopping(patience(2));
    var curves = new Curves("a convolutional network on drawn digits", "step", "loss");
    long step = 0;
    try (var writer = new SummaryWriter(folder.resolve("runs/mnist"))) {
      for (int epoch = 1; epoch <= epochs && !stopping.shouldStop(); epoch++) {
        model.train();
        String title = "epoch " + epoch + "/" + epochs;
        try (var batches = Progress.of(train, train.size(), title, out)) {
          for (Example batch : batches) {
            Tensor loss = nllLoss(model.call(batch.input()), batch.target());
            optimizer.zeroGrad();
            loss.backward();
            optimizer.step();
            batches.show("loss", loss.item());
            curves.add("training", step, loss.item());
            writer.addScalar("loss/training", loss.item(), step++);
          }
        }
        scheduler.step();
        double loss = test();
        stopping.step(loss);
        curves.add("test", step, loss);
        writer.addScalar("loss/test", loss, step);
        writer.addHistogram("fc2/weight", model.fc2.weight, step);
      }
    }
    out.println(curves);
    curves.savePng(folder.resolve("mnist.png"));
    return report();
  }

  /** The mean loss over the digits that were held back. */
  private double test() {
    model.eval();
    Mean loss = new Mean();
    for (Example batch : test) {
      Tensor one = noGrad(() -> nllLoss(model.call(batch.input()), batch.target()));
      loss.update(one.item(), batch.target().numel());
    }
    return loss.compute();
  }

  private double report() {
    Accuracy accuracy = new Accuracy();
    F1Score f1 = new F1Score(10);
    ConfusionMatrix matrix = new ConfusionMatrix(10);
    for (Example batch : test) {
      Tensor scores = noGrad(() -> model.call(batch.input()));
      accuracy.update(scores, batch.target());
      f1.update(scores, batch.target());
      matrix.update(scores, batch.target());
    }
    out.println(matrix);
    out.printf(Locale.ROOT, "accuracy %.3f, F1 score %.3f%n", accuracy.compute(), f1.compute());
    return accuracy.compute();
  }
}
