package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.type.None;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Ops on dictionaries, which keep their order and are written to; keys are strings or numbers. */
final class DictOps {
  private static final List<Op> OPS = new ArrayList<>();

  static {
    List.of("str", "int", "bool", "float").forEach(DictOps::ofKey);
  }

  /** All of them. */
  static final List<Op> ALL = List.copyOf(OPS);

  private DictOps() {}

  private static void ofKey(String key) {
    String self = "(Dict(" + key + ", t) self";
    String written = "(Dict(" + key + ", t)(a!) ";
    OPS.add(
        op("aten::len.Dict_" + key + self + ") -> int")
            .reference(in -> (long) dictionary(in).size()));
    OPS.add(
        op("aten::__contains__." + key + "(Dict(" + key + ", t) dict, " + key + " key) -> bool")
            .reference(in -> dictionary(in).containsKey(in.get(1))));
    OPS.add(
        op("aten::__getitem__.Dict_" + key + self + ", " + key + " key) -> t(*)")
            .reference(DictOps::present));
    OPS.add(
        op("aten::get." + key + self + ", " + key + " key) -> t(*)?")
            .reference(in -> dictionary(in).getOrDefault(in.get(1), None.NONE)));
    OPS.add(
        op("aten::get.default_" + key + self + ", " + key + " key, t default_value) -> t(*)")
            .reference(in -> dictionary(in).getOrDefault(in.get(1), in.get(2))));
    OPS.add(
        op("aten::_set_item." + key + written + "l, " + key + "(b -> *) idx, t(c -> *) v) -> ()")
            .reference(
                in -> {
                  dictionary(in).put(in.get(1), in.get(2));
                  return List.of();
                }));
    OPS.add(
        op("aten::pop.Dict_" + key + written + "self, " + key + " key) -> t(*)")
            .reference(
                in -> {
                  Object value = present(in);
                  dictionary(in).remove(in.get(1));
                  return value;
                }));
    OPS.add(
        op("aten::Delete.Dict_" + key + written + "self, " + key + " key) -> ()")
            .reference(
                in -> {
                  present(in);
                  dictionary(in).remove(in.get(1));
                  return List.of();
                }));
    OPS.add(
        op("aten::clear." + key + written + "self) -> ()")
            .reference(
                in -> {
                  dictionary(in).clear();
                  return List.of();
                }));
    OPS.add(
        op("aten::update." + key + written + "self, Dict(" + key + ", t)(a!) to_add) -> ()")
            .reference(
                in -> {
                  dictionary(in).putAll(new LinkedHashMap<>(dictionary(in, 1)));
                  return List.of();
                }));
    OPS.add(
        op("aten::keys." + key + self + ") -> " + key + "[](*)")
            .reference(in -> new ArrayList<>(dictionary(in).keySet())));
    OPS.add(
        op("aten::values." + key + self + ") -> t[](*)")
            .reference(in -> new ArrayList<>(dictionary(in).values())));
    OPS.add(
        op("aten::items." + key + self + ") -> ((" + key + ", t)[])").reference(DictOps::items));
    OPS.add(
        op("aten::copy.Dict_" + key + self + ") -> Dict(" + key + ", t)")
            .reference(in -> new LinkedHashMap<>(dictionary(in))));
  }

  private static Object items(Arguments in) {
    List<Object> items = new ArrayList<>();
    dictionary(in).forEach((key, value) -> items.add(new TupleConstant(List.of(key, value))));
    return items;
  }

  private static Object present(Arguments in) {
    Object value = dictionary(in).get(in.get(1));
    if (value == null) {
      throw new NoSuchElementException("KeyError: " + in.get(1));
    }
    return value;
  }

  private static Map<Object, Object> dictionary(Arguments in) {
    return dictionary(in, 0);
  }

  @SuppressWarnings("unchecked") // whatever a dictionary of the graph holds is an Object
  private static Map<Object, Object> dictionary(Arguments in, int index) {
    return (Map<Object, Object>) in.get(index);
  }
}
