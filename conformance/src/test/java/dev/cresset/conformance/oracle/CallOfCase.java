package dev.cresset.conformance.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.reference.NdArray;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function's case as a call of the op of that name which takes its arguments.
 *
 * @param op the op
 * @param arguments all of its arguments
 */
record CallOfCase(Op op, List<Object> arguments) {

  /** The call; null where no op of that name takes these. */
  static @Nullable CallOfCase of(JsonNode golden, PyTorchCases cases) {
    String function = golden.get("function").asText();
    String name = function.substring(function.lastIndexOf('.') + 1);
    Map<String, Object> given = new LinkedHashMap<>();
    golden
        .get("args")
        .properties()
        .forEach(each -> given.put(each.getKey(), cases.value(golden, each.getValue())));
    for (Op op : OpTable.overloads("aten::" + name)) {
      List<Object> bound = bind(op, given);
      if (bound != null) {
        return new CallOfCase(op, bound);
      }
    }
    return null;
  }

  /** The first argument goes by its place, the others by their names. */
  private static @Nullable List<Object> bind(Op op, Map<String, Object> given) {
    Map<String, Object> left = new LinkedHashMap<>(given);
    List<Object> bound = new ArrayList<>();
    for (Argument argument : op.schema().arguments()) {
      String name = argument.name();
      if (bound.isEmpty() && !left.containsKey(name) && !left.isEmpty()) {
        name = left.keySet().iterator().next();
      }
      Object value = left.containsKey(name) ? left.remove(name) : argument.defaultValue();
      Object fitting = value == null ? null : fitting(value, argument.type());
      if (fitting == null) {
        return null;
      }
      bound.add(fitting);
    }
    return left.isEmpty() ? bound : null;
  }

  /** The value as this type has it, or null. */
  private static @Nullable Object fitting(Object value, Type type) {
    if (type instanceof Type.OptionalOf option) {
      return value == None.NONE ? value : fitting(value, option.element());
    } else if (type instanceof Type.ListOf list) {
      return fittingList(value instanceof List<?> all ? all : List.of(value), list.element());
    } else if (type.isTensor()) {
      return value instanceof NdArray ? value : null;
    } else if (type == Type.FLOAT) {
      return value instanceof Number number ? number.doubleValue() : null;
    } else if (type == Type.BOOL) {
      return value instanceof Boolean ? value : null;
    } else if (type == Type.STR) {
      return value instanceof String ? value : null;
    } else if (type == Type.SCALAR) {
      return value instanceof Number || value instanceof Boolean ? value : null;
    }
    return value instanceof Long && type.inGraph() == Type.INT ? value : null;
  }

  private static @Nullable Object fittingList(List<?> all, Type element) {
    List<Object> made = new ArrayList<>();
    for (Object each : all) {
      Object fitting = fitting(each, element);
      if (fitting == null) {
        return null;
      }
      made.add(fitting);
    }
    return made;
  }
}
