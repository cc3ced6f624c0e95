package dev.cresset.optim;

import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes parameters by their gradients. As {@code torch.optim.Optimizer}.
 *
 * <pre>
 * optimizer.zeroGrad();
 * loss.backward();
 * optimizer.step();
 * </pre>
 */
public abstract class Optimizer {
  private final Map<String, Object> defaults;
  private final List<ParamGroup> groups = new ArrayList<>();
  private final Map<Tensor, Map<String, @Nullable Object>> states = new IdentityHashMap<>();

  /** For subclasses: one group with the default settings. */
  Optimizer(List<Tensor> params, Map<String, Object> defaults) {
    this.defaults = new LinkedHashMap<>(defaults);
    add(params, Map.of());
  }

  /** Updates one parameter in place; its state is kept from step to step. */
  abstract void update(
      Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state);

  /** The groups, in order; their settings may be changed between steps. */
  public final List<ParamGroup> paramGroups() {
    return Collections.unmodifiableList(groups);
  }

  /** Adds a group with the default settings, some of them overridden. */
  final void add(List<Tensor> params, Map<String, Object> overrides) {
    if (params.isEmpty()) {
      throw new IllegalArgumentException("an optimizer needs at least one parameter, given none");
    }
    Map<Tensor, Boolean> seen = new IdentityHashMap<>();
    groups.forEach(g -> g.params().forEach(p -> seen.put(p, true)));
    for (Tensor param : params) {
      if (param.gradFn() != null) {
        throw new IllegalArgumentException(
            "a parameter must not be the result of a computation; this one comes from "
                + param.gradFn());
      }
      if (seen.put(param, true) != null) {
        throw new IllegalArgumentException("a parameter is given twice, or is in another group");
      }
    }
    Map<String, Object> settings = new LinkedHashMap<>(defaults);
    settings.putAll(overrides);
    groups.add(new ParamGroup(params, settings));
  }

  /** Takes away the gradients of all parameters. As {@code zero_grad(set_to_none=True)}. */
  public final void zeroGrad() {
    groups.forEach(g -> g.params().forEach(p -> p.setGrad(null)));
  }

  /** Updates every parameter that has a gradient. */
  public void step() {
    for (ParamGroup group : groups) {
      for (Tensor param : group.params()) {
        Tensor grad = param.grad();
        if (grad != null) {
          update(param, grad, group, stateOf(param));
        }
      }
    }
  }

  /**
   * Computes the loss, then updates.
   *
   * @param closure clears the gradients, computes the loss, runs it backward and returns it
   */
  public Tensor step(Supplier<Tensor> closure) {
    Tensor loss = closure.get();
    step();
    return loss;
  }

  /** What is kept for {@code param}, to be changed. */
  final Map<String, @Nullable Object> stateOf(Tensor param) {
    return states.computeIfAbsent(param, p -> new LinkedHashMap<>());
  }

  /** Whether a loaded state stays of its own dtype; the others take the parameter's. */
  boolean keepsDtype(String name) {
    return Elements.NUMBERS.contains(name);
  }

  /**
   * What the optimizer keeps for {@code param}, under PyTorch's names; empty before its first step.
   */
  public final Map<String, @Nullable Object> state(Tensor param) {
    Map<String, @Nullable Object> state = states.get(param);
    return state == null ? Map.of() : Collections.unmodifiableMap(state);
  }

  /**
   * All states and settings, as PyTorch nests them: {@code "state"} by the parameter's number,
   * {@code "param_groups"} a list of settings with the numbers of their {@code "params"}. The
   * tensors share memory with the optimizer.
   */
  public final Map<String, Object> stateDict() {
    return OptimizerState.of(groups, states);
  }

  /**
   * Takes over copies of states and settings.
   *
   * @param stateDict as {@link #stateDict} gives it
   * @throws IllegalArgumentException if its groups differ in number or size; nothing changes then
   */
  public final void loadStateDict(Map<String, ?> stateDict) {
    OptimizerState.load(stateDict, groups, states, this::keepsDtype);
  }
}
