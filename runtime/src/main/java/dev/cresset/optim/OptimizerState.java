package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.tensor.Memory;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An optimizer's state as nested maps, and back. */
final class OptimizerState {

  private OptimizerState() {}

  static Map<String, Object> of(
      List<ParamGroup> groups, Map<Tensor, Map<String, @Nullable Object>> states) {
    Map<Long, Object> byNumber = new LinkedHashMap<>();
    List<Map<String, Object>> settings = new ArrayList<>();
    long next = 0;
    for (ParamGroup group : groups) {
      List<Long> numbers = new ArrayList<>();
      for (Tensor param : group.params()) {
        Map<String, @Nullable Object> state = states.get(param);
        if (state != null) {
          byNumber.put(next, new LinkedHashMap<>(state));
        }
        numbers.add(next++);
      }
      Map<String, Object> own = new LinkedHashMap<>(group.settings());
      own.put("params", numbers);
      settings.add(own);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("state", byNumber);
    all.put("param_groups", settings);
    return all;
  }

  static void load(
      Map<String, ?> stateDict,
      List<ParamGroup> groups,
      Map<Tensor, Map<String, @Nullable Object>> states,
      Predicate<String> keepsDtype) {
    List<?> saved = list(stateDict.get("param_groups"), "param_groups");
    if (saved.size() != groups.size()) {
      throw new IllegalArgumentException(
          "loaded state dict has a different number of parameter groups: "
              + saved.size()
              + ", and the optimizer has "
              + groups.size());
    }
    Map<?, ?> savedStates = map(stateDict.get("state"), "state");
    Map<Tensor, Map<String, @Nullable Object>> loaded = new IdentityHashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      List<?> numbers = list(map(saved.get(g), "param_groups").get("params"), "params");
      List<Tensor> params = groups.get(g).params();
      if (numbers.size() != params.size()) {
        throw new IllegalArgumentException(
            "loaded state dict contains a parameter group that doesn't match the size of"
                + " optimizer's group: group "
                + g
                + " has "
                + numbers.size()
                + " parameters, the optimizer's has "
                + params.size());
      }
      for (int p = 0; p < params.size(); p++) {
        if (savedStates.get(numbers.get(p)) instanceof Map<?, ?> state) {
          loaded.put(params.get(p), copy(state, params.get(p), keepsDtype));
        }
      }
    }
    states.clear();
    states.putAll(loaded);
    for (int g = 0; g < groups.size(); g++) {
      ParamGroup group = groups.get(g);
      map(saved.get(g), "param_groups")
          .forEach(
              (name, value) -> {
                if (!name.equals("params") && value != null) {
                  group.put(name.toString(), value);
                }
              });
    }
  }

  /** Copies a state; tensors take the parameter's device and, numbers apart, its dtype. */
  private static Map<String, @Nullable Object> copy(
      Map<?, ?> state, Tensor param, Predicate<String> keepsDtype) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    state.forEach(
        (name, value) ->
            copy.put(name.toString(), copy(value, param, keepsDtype.test(name.toString()))));
    return copy;
  }

  private static @Nullable Object copy(@Nullable Object value, Tensor param, boolean keepsDtype) {
    if (value instanceof List<?> list) {
      return list.stream().map(each -> copy(each, param, keepsDtype)).toList();
    }
    if (!(value instanceof Tensor tensor)) {
      return value;
    }
    return keepsDtype
        ? Memory.copy(tensor, tensor.dtype(), tensor.device())
        : Memory.copy(tensor, param.dtype(), param.device());
  }

  private static List<?> list(@Nullable Object value, String what) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(
        "an optimizer's state dict holds a list under '" + what + "', not " + value);
  }

  private static Map<?, ?> map(@Nullable Object value, String what) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(
        "an optimizer's state dict holds a map under '" + what + "', not " + value);
  }
}
