package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adam with the decay of weights apart from the gradient (Loshchilov and Hutter, 2017). As {@code
 * torch.optim.AdamW}.
 *
 * <pre>new AdamW(model.parameters(), lr(3e-4), weightDecay(0.1))</pre>
 */
public final class AdamW extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options lr (0.001 if absent), betas (0.9, 0.999), eps (1e-8), weightDecay (0.01),
   *     amsgrad, maximize
   */
  public AdamW(List<Tensor> params, Option.ForAdam... options) {
    super(params, Settings.adam(0.01, options));
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForAdam... overrides) {
    add(params, Settings.of(overrides));
  }

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    double shrink = 1 - group.number("lr") * group.number("weight_decay");
    AdamStep.update(param, grad, group, state, 0, shrink);
  }
}
