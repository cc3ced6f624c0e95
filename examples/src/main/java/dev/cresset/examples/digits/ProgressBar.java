package dev.cresset.examples.digits;

import java.io.PrintStream;
import java.util.Locale;

/** One line that is written over and over while an epoch goes on. */
final class ProgressBar {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final String title;
  private final long steps;
  private long step;
  private double lossSum;
  private long right;
  private long seen;

  ProgressBar(PrintStream out, String title, long steps) {
    this.out = out;
    this.title = title;
    this.steps = steps;
  }

  /** One batch is done: its mean loss, and how many of its examples were right. */
  void batch(double loss, long correct, long examples) {
    step++;
    lossSum += loss * examples;
    right += correct;
    seen += examples;
    int filled = (int) (WIDTH * step / steps);
    out.printf(
        Locale.ROOT,
        "\r%s [%s%s] %d/%d  loss %.4f  accuracy %.1f %%",
        title,
        "=".repeat(filled),
        " ".repeat(WIDTH - filled),
        step,
        steps,
        lossSum / seen,
        100.0 * right / seen);
    out.flush();
  }

  /** The line is complete; {@code rest} stands at its end. */
  void done(String rest) {
    out.println("  " + rest);
  }
}
