package dev.cresset.nn.utils;

import dev.cresset.Tensor;
import dev.cresset.nn.ConvTranspose1d;
import dev.cresset.nn.ConvTranspose2d;
import dev.cresset.nn.ConvTranspose3d;
import dev.cresset.nn.NnModule;

/** Parameters computed of others. As {@code torch.nn.utils.parametrizations}. */
public final class Parametrizations {
  private Parametrizations() {}

  /**
   * Trains length and direction of a weight's vectors apart. As {@code
   * torch.nn.utils.parametrizations.weight_norm}.
   *
   * @return {@code module}
   * @throws IllegalArgumentException if it has no parameter {@code weight}
   */
  public static <M extends NnModule> M weightNorm(M module) {
    return weightNorm(module, "weight", 0);
  }

  /**
   * As {@link #weightNorm(NnModule)}, of the parameter {@code name}.
   *
   * @param dim along which dimension vectors lie beside each other; −1 for one length of all
   */
  public static <M extends NnModule> M weightNorm(M module, String name, int dim) {
    module.registerParametrization(name, new WeightNorm(module.getParameter(name), dim));
    return module;
  }

  /**
   * Divides a weight by its largest singular value, which is found by steps of the power method,
   * one for each call in training. As {@code torch.nn.utils.parametrizations.spectral_norm}.
   *
   * @return {@code module}
   * @throws IllegalArgumentException if it has no parameter {@code weight}
   */
  public static <M extends NnModule> M spectralNorm(M module) {
    boolean transposed =
        module instanceof ConvTranspose1d
            || module instanceof ConvTranspose2d
            || module instanceof ConvTranspose3d;
    return spectralNorm(module, "weight", 1, 1e-12, transposed ? 1 : 0);
  }

  /**
   * As {@link #spectralNorm(NnModule)}, of the parameter {@code name}.
   *
   * @param steps how many steps of the power method each call takes
   * @param eps what lengths are at least
   * @param dim which dimension the matrix's rows are; the others together are its columns
   */
  public static <M extends NnModule> M spectralNorm(
      M module, String name, int steps, double eps, int dim) {
    if (steps <= 0) {
      throw new IllegalArgumentException(
          "Expected n_power_iterations to be positive, but got n_power_iterations=" + steps);
    }
    Tensor weight = module.getParameter(name);
    module.registerParametrization(name, new SpectralNorm(weight, steps, eps, dim));
    return module;
  }
}
