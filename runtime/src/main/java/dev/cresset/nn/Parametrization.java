package dev.cresset.nn;

import dev.cresset.Tensor;
import java.util.Map;

/**
 * A parameter that is computed of others. As a module given to {@code
 * torch.nn.utils.parametrize.register_parametrization}; given to {@link
 * NnModule#registerParametrization}.
 */
public interface Parametrization {

  /** What is trained in the parameter's place, by name, in order: {@code original0}. */
  Map<String, Tensor> parameters();

  /** What else belongs to the state, by name, in order. */
  Map<String, Tensor> buffers();

  /**
   * The parameter's value now.
   *
   * @param training whether the module is being trained
   */
  Tensor value(boolean training);
}
