package dev.cresset.examples.text;

import dev.cresset.Tensor;
import dev.cresset.examples.Arguments;
import dev.cresset.nn.Layer;
import java.io.PrintStream;
import java.nio.file.Path;

/** Trains {@link Gpt} on the project's own pages, and lets it write one. */
public final class WriteGpt {
  private static final int CONTEXT = 64;

  private WriteGpt() {}

  /** Runs the program: {@code --steps 800 --seed 1 --text docs --out target}. */
  public static void main(String... arguments) {
    run(arguments, System.out);
  }

  /**
   * Runs the program, and prints to {@code out}.
   *
   * @return the mean loss on text that was held back
   */
  public static double run(String[] arguments, PrintStream out) {
    Arguments read =
        Arguments.read(
            arguments, "--steps", "800", "--seed", "1", "--text", "docs", "--out", "target");
    int seed = read.number("--seed");
    Tensor.manualSeed(seed);
    Corpus corpus = Corpus.ofPages(read.path("--text"));
    Layer model = new Gpt(corpus.size(), CONTEXT, 96, 3, 4);
    out.printf("%d characters, %d different ones%n", corpus.length(), corpus.size());
    out.println(model.summary());
    Path file = read.path("--out").resolve("gpt.txt");
    return new Writer(model, corpus, CONTEXT, seed, out)
        .learnAndWrite("a small GPT on these pages", read.number("--steps"), 3e-3, file);
  }
}
