package dev.cresset.serialize;

import dev.cresset.Tensor;
import dev.cresset.nn.LoadReport;
import dev.cresset.nn.NnModule;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** State dicts in files; the file's ending tells the format. */
public final class StateDicts {

  private StateDicts() {}

  /**
   * Writes a model's parameters and persistent buffers.
   *
   * @param file ends with {@code .safetensors}; replaced in one step if it is there
   * @throws java.io.UncheckedIOException if it cannot be written; an old file stays as it was
   */
  public static void save(NnModule model, Path file) {
    save(model.stateDict(), file);
  }

  /** Writes tensors by name; see {@link #save(NnModule, Path)}. */
  public static void save(Map<String, Tensor> state, Path file) {
    requireSafetensors(file);
    Safetensors.save(state, file);
  }

  /**
   * Reads a file and copies its values into a model; every key must match.
   *
   * @throws dev.cresset.FormatException if the file is not as its format says
   * @throws dev.cresset.nn.StateDictException if it is not the state of such a model
   * @throws java.io.UncheckedIOException if it cannot be read; in each case nothing is changed
   */
  public static LoadReport load(NnModule model, Path file) {
    return model.loadStateDict(load(file));
  }

  /** Reads tensors by name, in the file's order; see {@link #load(NnModule, Path)}. */
  public static Map<String, Tensor> load(Path file) {
    requireSafetensors(file);
    return Safetensors.load(file);
  }

  private static void requireSafetensors(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")) {
      throw new IllegalArgumentException(
          file + ": the ending tells the format, and .safetensors is the one there is");
    }
  }
}
