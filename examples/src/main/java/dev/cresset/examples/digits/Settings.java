package dev.cresset.examples.digits;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the program was asked for on its command line.
 *
 * @param blocks residual blocks
 * @param channels channels of each
 * @param epochs passes over the training digits
 * @param train how many digits to draw for training; a sixth as many are drawn for checking, and as
 *     many again are held back
 * @param seed of digits, weights and order
 * @param idx a folder with MNIST's four files, or null to draw
 * @param out the folder of the build's output, where the weights go too
 */
record Settings(
    long blocks, long channels, int epochs, int train, long seed, @Nullable Path idx, Path out) {

  static final String USAGE =
      "usage: TrainDigits [--blocks 2] [--channels 16] [--epochs 6] [--train 6000] [--seed 1]"
          + " [--idx FOLDER] [--out target]";

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if an argument is unknown or no number
   */
  static Settings read(String... arguments) {
    long blocks = 2;
    long channels = 16;
    int epochs = 6;
    int train = 6000;
    long seed = 1;
    Path idx = null;
    Path out = Path.of("target");
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value; " + USAGE);
      }
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--blocks" -> blocks = atLeast(0, arguments[i], value);
        case "--channels" -> channels = atLeast(1, arguments[i], value);
        case "--epochs" -> epochs = (int) atLeast(1, arguments[i], value);
        case "--train" -> train = (int) atLeast(60, arguments[i], value);
        case "--seed" -> seed = atLeast(0, arguments[i], value);
        case "--idx" -> idx = Path.of(value);
        case "--out" -> out = Path.of(value);
        default -> throw new IllegalArgumentException("unknown " + arguments[i] + "; " + USAGE);
      }
    }
    return new Settings(blocks, channels, epochs, train, seed, idx, out);
  }

  private static long atLeast(long least, String name, String text) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= Integer.MAX_VALUE) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " " + text + " is no whole number; " + USAGE, e);
    }
    throw new IllegalArgumentException(name + " must be " + least + " or more, given " + text);
  }
}
