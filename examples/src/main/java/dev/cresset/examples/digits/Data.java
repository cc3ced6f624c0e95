package dev.cresset.examples.digits;

import dev.cresset.data.Dataset;
import dev.cresset.data.Mnist;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The three sets that the program needs.
 *
 * @param train to learn from
 * @param check to look at after each epoch
 * @param heldBack to look at once, at the end
 */
record Data(Dataset train, Dataset check, Dataset heldBack) {

  /** Draws digits, or reads MNIST's files where a folder is named. */
  static Data of(Settings settings) {
    Path idx = settings.idx();
    if (idx == null) {
      int few = settings.train() / 6;
      return new Data(
          DrawnDigits.draw(settings.train(), settings.seed()),
          DrawnDigits.draw(few, settings.seed() + 1),
          DrawnDigits.draw(few, settings.seed() + 2));
    }
    Dataset train = read(idx, "train");
    Dataset test = read(idx, "t10k");
    return new Data(train, test, test);
  }

  private static Dataset read(Path folder, String set) {
    return Mnist.read(
        file(folder, set + "-images-idx3-ubyte"), file(folder, set + "-labels-idx1-ubyte"));
  }

  private static Path file(Path folder, String name) {
    Path zipped = folder.resolve(name + ".gz");
    return Files.exists(zipped) ? zipped : folder.resolve(name);
  }
}
