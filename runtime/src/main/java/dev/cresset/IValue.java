package dev.cresset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of any type that scripted code knows: tensor, number, truth, string, list, tuple,
 * dictionary or None. As {@code org.pytorch.IValue}.
 */
public final class IValue {
  private enum Kind {
    NONE,
    TENSOR,
    LONG,
    DOUBLE,
    BOOL,
    STRING,
    LIST,
    TUPLE,
    DICT
  }

  private static final IValue NONE = new IValue(Kind.NONE, null);

  private final Kind kind;
  private final @Nullable Object value;

  private IValue(Kind kind, @Nullable Object value) {
    this.kind = kind;
    this.value = value;
  }

  /** None. */
  public static IValue none() {
    return NONE;
  }

  /** A tensor; None for null. */
  public static IValue from(@Nullable Tensor value) {
    return value == null ? NONE : new IValue(Kind.TENSOR, value);
  }

  /** A whole number. */
  public static IValue from(long value) {
    return new IValue(Kind.LONG, value);
  }

  /** A real. */
  public static IValue from(double value) {
    return new IValue(Kind.DOUBLE, value);
  }

  /** A truth. */
  public static IValue from(boolean value) {
    return new IValue(Kind.BOOL, value);
  }

  /** A string. */
  public static IValue from(String value) {
    return new IValue(Kind.STRING, value);
  }

  /** A list. */
  public static IValue list(List<IValue> values) {
    return new IValue(Kind.LIST, List.copyOf(values));
  }

  /** A list of tensors. */
  public static IValue listFrom(List<Tensor> values) {
    return list(values.stream().map(IValue::from).toList());
  }

  /** A list of tensors. */
  public static IValue listFrom(Tensor... values) {
    return listFrom(List.of(values));
  }

  /** A list of whole numbers. */
  public static IValue listFrom(long... values) {
    List<IValue> list = new ArrayList<>();
    for (long value : values) {
      list.add(from(value));
    }
    return list(list);
  }

  /** A list of reals. */
  public static IValue listFrom(double... values) {
    List<IValue> list = new ArrayList<>();
    for (double value : values) {
      list.add(from(value));
    }
    return list(list);
  }

  /** A tuple. */
  public static IValue tupleFrom(IValue... values) {
    return new IValue(Kind.TUPLE, List.of(values));
  }

  /** A dictionary, which keeps its order; keys are strings or whole numbers. */
  public static IValue dictFrom(Map<IValue, IValue> values) {
    return new IValue(Kind.DICT, Collections.unmodifiableMap(new LinkedHashMap<>(values)));
  }

  /** A dictionary by strings, which keeps its order. */
  public static IValue dictStringKeyFrom(Map<String, IValue> values) {
    Map<IValue, IValue> dict = new LinkedHashMap<>();
    values.forEach((key, value) -> dict.put(from(key), value));
    return dictFrom(dict);
  }

  /** Whether it is None. */
  public boolean isNone() {
    return kind == Kind.NONE;
  }

  /** Whether it is a tensor. */
  public boolean isTensor() {
    return kind == Kind.TENSOR;
  }

  /** Whether it is a whole number. */
  public boolean isLong() {
    return kind == Kind.LONG;
  }

  /** Whether it is a real. */
  public boolean isDouble() {
    return kind == Kind.DOUBLE;
  }

  /** Whether it is a truth. */
  public boolean isBool() {
    return kind == Kind.BOOL;
  }

  /** Whether it is a string. */
  public boolean isString() {
    return kind == Kind.STRING;
  }

  /** Whether it is a list. */
  public boolean isList() {
    return kind == Kind.LIST;
  }

  /** Whether it is a tuple. */
  public boolean isTuple() {
    return kind == Kind.TUPLE;
  }

  /** Whether it is a dictionary. */
  public boolean isDict() {
    return kind == Kind.DICT;
  }

  /** The tensor. */
  public Tensor toTensor() {
    return get(Kind.TENSOR, Tensor.class);
  }

  /** The tensor, or null for None. */
  public @Nullable Tensor toOptionalTensor() {
    return isNone() ? null : toTensor();
  }

  /** The whole number. */
  public long toLong() {
    return get(Kind.LONG, Long.class);
  }

  /** The real; a whole number is one, too. */
  public double toDouble() {
    return kind == Kind.LONG ? toLong() : get(Kind.DOUBLE, Double.class);
  }

  /** The number, a Long or a Double; a truth is 1 or 0. */
  public Number toNumber() {
    return switch (kind) {
      case BOOL -> toBool() ? 1L : 0L;
      case LONG -> toLong();
      default -> get(Kind.DOUBLE, Double.class);
    };
  }

  /** The truth. */
  public boolean toBool() {
    return get(Kind.BOOL, Boolean.class);
  }

  /** The string. */
  public String toStr() {
    return get(Kind.STRING, String.class);
  }

  /** The list's elements. */
  @SuppressWarnings("unchecked") // a list is made of nothing else
  public List<IValue> toList() {
    return (List<IValue>) get(Kind.LIST, List.class);
  }

  /** The list's elements as tensors. */
  public List<Tensor> toTensorList() {
    return toList().stream().map(IValue::toTensor).toList();
  }

  /** The list's elements as whole numbers. */
  public long[] toLongList() {
    return toList().stream().mapToLong(IValue::toLong).toArray();
  }

  /** The list's elements as reals. */
  public double[] toDoubleList() {
    return toList().stream().mapToDouble(IValue::toDouble).toArray();
  }

  /** The tuple's elements. */
  @SuppressWarnings("unchecked") // a tuple is made of nothing else
  public List<IValue> toTuple() {
    return (List<IValue>) get(Kind.TUPLE, List.class);
  }

  /** The dictionary. */
  @SuppressWarnings("unchecked") // a dictionary is made of nothing else
  public Map<IValue, IValue> toDict() {
    return (Map<IValue, IValue>) get(Kind.DICT, Map.class);
  }

  private <T> T get(Kind wanted, Class<T> type) {
    Object present = value;
    if (kind != wanted || present == null) {
      throw new IllegalStateException("Expected IValue type " + wanted + ", actual type " + kind);
    }
    return type.cast(present);
  }

  /** Equal numbers, truths, strings, and equal lists of them; tensors by identity. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IValue that
        && kind == that.kind
        && (value == that.value || value != null && value.equals(that.value));
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + (value == null ? 0 : value.hashCode());
  }

  @Override
  public String toString() {
    return switch (kind) {
      case NONE -> "None";
      case BOOL -> toBool() ? "True" : "False";
      case TUPLE -> toTuple().toString().replaceFirst("^\\[", "(").replaceFirst("]$", ")");
      default -> String.valueOf(value);
    };
  }
}
