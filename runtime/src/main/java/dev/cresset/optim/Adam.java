package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adam (Kingma and Ba, 2014). As {@code torch.optim.Adam}; the decay of weights is part of the
 * gradient.
 *
 * <pre>new Adam(model.parameters(), lr(1e-3), betas(0.9, 0.99))</pre>
 */
public final class Adam extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options lr (0.001 if absent), betas (0.9, 0.999), eps (1e-8), weightDecay (0), amsgrad,
   *     maximize
   */
  public Adam(List<Tensor> params, Option.ForAdam... options) {
    super(params, Settings.adam(0, options));
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForAdam... overrides) {
    add(params, Settings.of(overrides));
  }

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    AdamStep.update(param, grad, group, state, group.number("weight_decay"), 1);
  }
}
