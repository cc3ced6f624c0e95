package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import dev.cresset.nn.Reduction;
import dev.cresset.tensor.eager.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls an op of the table with keyword arguments: the first overload that takes them. */
final class OpBinding {

  /** What Python's functions give where the op itself has no default. */
  private static final Map<String, Object> PYTHON_DEFAULTS =
      Map.of(
          "eps", 1e-5,
          "momentum", 0.1,
          "training", false,
          "cudnn_enabled", false,
          "use_input_stats", true,
          "benchmark", false);

  private OpBinding() {}

  /** Whether the table has any op of this name. */
  static boolean knows(String name) {
    return !OpTable.overloads(qualified(name)).isEmpty();
  }

  private static String qualified(String name) {
    return name.contains("::") ? name : "aten::" + name;
  }

  /**
   * Calls it.
   *
   * @param renamed Python's argument name to the schema's, where they differ
   */
  static IValue call(String name, Map<String, String> renamed, Arguments args) {
    List<Op> overloads = OpTable.overloads(qualified(name));
    for (Op op : overloads) {
      List<IValue> bound = bind(op.schema(), renamed, args);
      if (bound != null && Dispatch.has(op.name())) {
        return Calls.op(op.name(), bound);
      }
    }
    throw new NotCovered(name + args.names());
  }

  /** The schema's arguments in order, or null if it does not take these. */
  private static @Nullable List<IValue> bind(
      Schema schema, Map<String, String> renamed, Arguments args) {
    List<IValue> bound = new ArrayList<>();
    int used = 0;
    for (Argument argument : schema.arguments()) {
      String given = given(argument.name(), renamed, args);
      IValue value;
      if (given != null) {
        used++;
        value = value(args.get(given), argument, args);
      } else {
        value = absent(argument);
      }
      if (value == null) {
        return null;
      }
      bound.add(value);
    }
    return used == args.names().size() ? bound : null;
  }

  private static @Nullable String given(
      String argument, Map<String, String> renamed, Arguments args) {
    for (String name : args.names()) {
      String meant = renamed.getOrDefault(name, name);
      if (meant.equals(argument) || meant.equals("input") && argument.equals("self")) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable IValue absent(Argument argument) {
    Object value = argument.defaultValue();
    if (value == null) {
      value = PYTHON_DEFAULTS.get(argument.name());
    }
    if (value == null) {
      return argument.type() instanceof Type.OptionalOf ? IValue.none() : null;
    }
    return of(value);
  }

  private static IValue of(Object value) {
    if (value instanceof Long number) {
      return IValue.from(number);
    } else if (value instanceof Double number) {
      return IValue.from(number);
    } else if (value instanceof Boolean flag) {
      return IValue.from(flag);
    } else if (value instanceof String text) {
      return IValue.from(text);
    } else if (value instanceof List<?> list) {
      return IValue.list(list.stream().map(OpBinding::of).toList());
    } else if (value == None.NONE) {
      return IValue.none();
    }
    throw new IllegalArgumentException("no value of a schema: " + value);
  }

  /** The JSON as the argument's type, or null if it is of another. */
  private static @Nullable IValue value(JsonNode json, Argument argument, Arguments args) {
    Type type = argument.type();
    if (type instanceof Type.OptionalOf option) {
      if (json.isNull()) {
        return IValue.none();
      }
      type = option.element();
    }
    if (type == Type.INT && argument.name().equals("reduction") && json.isTextual()) {
      return json.asText().equals("batchmean")
          ? null
          : IValue.from(Reduction.valueOf(json.asText().toUpperCase(Locale.ROOT)).code());
    }
    return value(json, type, argument.length(), args);
  }

  private static @Nullable IValue value(JsonNode json, Type type, int length, Arguments args) {
    if (type.isTensor()) {
      if (json.isBoolean()) { // Java's Number has no truths: a tensor without sizes means the same
        return IValue.from(Tensor.scalar(json.asBoolean()));
      }
      return json.has("tensor") ? IValue.from(Json.tensor(json, args.golden())) : null;
    } else if (type == Type.INT) {
      return json.isIntegralNumber() ? IValue.from(json.asLong()) : null;
    } else if (type == Type.FLOAT) {
      return Json.isNumber(json) ? IValue.from(Json.number(json)) : null;
    } else if (type == Type.BOOL) {
      return json.isBoolean() ? IValue.from(json.asBoolean()) : null;
    } else if (type == Type.STR) {
      return json.isTextual() ? IValue.from(json.asText()) : null;
    } else if (type == Type.SCALAR) {
      return scalar(json);
    } else if (type == Type.Atom.SCALAR_TYPE) {
      return json.has("dtype") ? IValue.from((long) Json.dtype(json).code()) : null;
    } else if (type instanceof Type.ListOf list) {
      return list(json, list.element(), length, args);
    } else if (type instanceof Type.OptionalOf option) {
      return json.isNull() ? IValue.none() : value(json, option.element(), length, args);
    }
    return null;
  }

  private static @Nullable IValue scalar(JsonNode json) {
    if (json.isIntegralNumber()) {
      return IValue.from(json.asLong());
    }
    return Json.isNumber(json) ? IValue.from(Json.number(json)) : null;
  }

  private static @Nullable IValue list(JsonNode json, Type element, int length, Arguments args) {
    if (!json.isArray()) {
      IValue one = element.isTensor() ? null : value(json, element, 0, args);
      return one == null
          ? null
          : IValue.list(java.util.Collections.nCopies(Math.max(length, 1), one));
    }
    List<IValue> all = new ArrayList<>();
    for (JsonNode each : json) {
      IValue value = value(each, element, 0, args);
      if (value == null) {
        return null;
      }
      all.add(value);
    }
    return IValue.list(all);
  }
}
