package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.type.None;
import dev.cresset.nn.NnModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as graphs compute with them: Long, Double, Boolean, String, {@link Tensor}, {@link None},
 * lists and dictionaries that may be written to, {@link TupleConstant} for a tuple, {@link
 * NnModule} and {@link ScriptObject} for objects.
 */
final class Values {
  private Values() {}

  /** A boxed value. */
  static Object of(IValue value) {
    if (value.isTensor()) {
      return value.toTensor();
    } else if (value.isNone()) {
      return None.NONE;
    } else if (value.isLong()) {
      return value.toLong();
    } else if (value.isDouble()) {
      return value.toDouble();
    } else if (value.isBool()) {
      return value.toBool();
    } else if (value.isString()) {
      return value.toStr();
    } else if (value.isTuple()) {
      return new TupleConstant(all(value.toTuple()));
    } else if (value.isDict()) {
      Map<Object, Object> dictionary = new LinkedHashMap<>();
      value.toDict().forEach((key, held) -> dictionary.put(of(key), of(held)));
      return dictionary;
    }
    return all(value.toList());
  }

  /** Boxed values as a list that may be written to. */
  static List<Object> all(List<IValue> values) {
    List<Object> all = new ArrayList<>(values.size());
    for (IValue value : values) {
      all.add(of(value));
    }
    return all;
  }

  /** The value in its box. */
  static IValue boxed(Object value) {
    if (value instanceof Tensor tensor) {
      return IValue.from(tensor);
    } else if (value instanceof Long whole) {
      return IValue.from(whole);
    } else if (value instanceof Double real) {
      return IValue.from(real);
    } else if (value instanceof Boolean truth) {
      return IValue.from(truth);
    } else if (value instanceof String text) {
      return IValue.from(text);
    } else if (value == None.NONE) {
      return IValue.none();
    } else if (value instanceof List<?> list) {
      return IValue.list(boxedAll(list));
    } else if (value instanceof TupleConstant tuple) {
      return IValue.tupleFrom(boxedAll(tuple.elements()).toArray(new IValue[0]));
    } else if (value instanceof Map<?, ?> map) {
      Map<IValue, IValue> dictionary = new LinkedHashMap<>();
      map.forEach((key, held) -> dictionary.put(boxed(key), boxed(held)));
      return IValue.dictFrom(dictionary);
    }
    throw new UnsupportedOperationException(
        "a value of " + value.getClass().getSimpleName() + " stays inside of its graph");
  }

  private static List<IValue> boxedAll(List<?> values) {
    List<IValue> all = new ArrayList<>(values.size());
    for (Object value : values) {
      all.add(boxed(value));
    }
    return all;
  }

  @SuppressWarnings("unchecked") // a list of the graph holds Objects
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  @SuppressWarnings("unchecked") // a dictionary of the graph holds Objects
  static Map<Object, Object> dictionary(Object value) {
    return (Map<Object, Object>) value;
  }
}
