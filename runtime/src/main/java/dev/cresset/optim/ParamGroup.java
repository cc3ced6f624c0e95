package dev.cresset.optim;

import dev.cresset.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters that are updated with the same settings. As an entry of {@code param_groups}. */
public final class ParamGroup {
  private final List<Tensor> params;
  private final Map<String, Object> settings;

  ParamGroup(List<Tensor> params, Map<String, Object> settings) {
    this.params = List.copyOf(params);
    this.settings = new LinkedHashMap<>(settings);
  }

  /** The parameters, in order. */
  public List<Tensor> params() {
    return params;
  }

  /** The settings under PyTorch's names: numbers as Double, truths as Boolean, pairs as lists. */
  public Map<String, Object> settings() {
    return Collections.unmodifiableMap(settings);
  }

  /** The learning rate. */
  public double lr() {
    return number("lr");
  }

  /** Sets the learning rate. */
  public void setLr(double lr) {
    settings.put("lr", lr);
  }

  /** The number under {@code name}, such as {@code "weight_decay"}. */
  public double number(String name) {
    if (get(name) instanceof Double number) {
      return number;
    }
    throw new IllegalArgumentException("setting '" + name + "' is no number but " + get(name));
  }

  /** The whole number under {@code name}, such as {@code "max_iter"}. */
  public long count(String name) {
    if (get(name) instanceof Long count) {
      return count;
    }
    throw new IllegalArgumentException(
        "setting '" + name + "' is no whole number but " + get(name));
  }

  /** The truth under {@code name}, such as {@code "nesterov"}. */
  public boolean flag(String name) {
    if (get(name) instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException("setting '" + name + "' is no truth but " + get(name));
  }

  /** One of a pair of numbers under {@code name}, such as {@code "betas"}. */
  double number(String name, int index) {
    if (get(name) instanceof List<?> pair && pair.get(index) instanceof Double number) {
      return number;
    }
    throw new IllegalArgumentException("setting '" + name + "' is no pair but " + get(name));
  }

  /**
   * Changes a setting.
   *
   * @throws IllegalArgumentException if there is none of this name, or it is of another type
   */
  public void set(String name, Object value) {
    if (!get(name).getClass().equals(value.getClass()) && !(value instanceof List<?>)) {
      throw new IllegalArgumentException(
          "setting '" + name + "' is " + get(name) + "; " + value + " is of another type");
    }
    settings.put(name, value);
  }

  /** Adds or changes, for schedulers and loading. */
  void put(String name, Object value) {
    settings.put(name, value);
  }

  private Object get(String name) {
    Object value = settings.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "there is no setting '" + name + "'; there are " + settings.keySet());
    }
    return value;
  }
}
