package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.nn.NnModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a trace's graph: of its steps and their parts, of modules and what they hold, and
 * constants.
 */
final class TraceValues {

  final GraphBuilder builder;
  private final TraceModules modules;
  private final boolean writes;
  private final Map<StepPart, Value> values = new HashMap<>();
  private final Map<StepPart, List<Object>> trees = new HashMap<>();
  private final Map<NnModule, Value> self = new IdentityHashMap<>();
  private final Map<Tensor, Value> held = new IdentityHashMap<>();
  private final Map<Integer, Value> made = new HashMap<>();
  private final Map<Object, Value> constants = new HashMap<>();
  private @Nullable Value module;

  /**
   * Values that are written by {@code builder}.
   *
   * @param writes whether the graph writes to tensors
   */
  TraceValues(GraphBuilder builder, TraceModules modules, boolean writes) {
    this.builder = builder;
    this.modules = modules;
    this.writes = writes;
  }

  /** Makes the traced module itself an input. */
  void addModule(String typeName) {
    module = builder.input("self", new Type.ClassOf(typeName));
  }

  /** Says what a step gives, and what that was in each run. */
  void give(StepPart key, Value value, List<Object> all) {
    values.put(key, value);
    trees.put(key, all);
  }

  /** A step's value, taken out of the list or tuple that it is in where that is yet to be done. */
  Value value(StepPart key) {
    Value known = values.get(key);
    if (known != null) {
      return known;
    }
    List<Integer> path = key.path();
    StepPart outer = new StepPart(key.step(), path.subList(0, path.size() - 1));
    Value whole = value(outer);
    List<Object> all = present(trees.get(outer));
    int size = elements(all.get(0)).size();
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      types.add(typeOf(elements(all.get(0)).get(i)));
    }
    String kind = all.get(0) instanceof TupleConstant ? Kinds.TUPLE_UNPACK : Kinds.LIST_UNPACK;
    List<Value> parts = builder.node(kind).inputs(whole).outputs(types);
    for (int i = 0; i < size; i++) {
      int at = i;
      give(outer.part(i), parts.get(i), all.stream().map(each -> elements(each).get(at)).toList());
    }
    return present(values.get(key));
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a trace uses a value that none of its steps gives");
    }
    return value;
  }

  /** The parts of a list or a tuple. */
  static List<Object> elements(Object value) {
    return value instanceof TupleConstant tuple ? tuple.elements() : Values.list(value);
  }

  /** A module. */
  Value module(NnModule of) {
    TraceModules.Place place = modules.of(of);
    if (place == null) {
      return self();
    }
    Value known = self.get(of);
    if (known == null) {
      Value owner = place.owner() == null ? self() : module(place.owner());
      known = attribute(owner, place.name(), Instance.typeOf(of));
      self.put(of, known);
    }
    return known;
  }

  private Value self() {
    return present(module);
  }

  private Value attribute(Value owner, String name, Type type) {
    return builder
        .node(Kinds.GET_ATTR)
        .inputs(owner)
        .attribute("name", name)
        .named((Character.isDigit(name.charAt(0)) ? "_" : "") + name)
        .output(type);
  }

  /** A tensor. */
  Value tensor(Origin origin) {
    if (origin instanceof Origin.Input input) {
      return value(new StepPart(-1, input.path()));
    } else if (origin instanceof Origin.Result result) {
      return value(new StepPart(result.step(), result.path()));
    } else if (origin instanceof Origin.Made constant) {
      return made.computeIfAbsent(constant.number(), absent -> constant(constant.copy()));
    }
    Tensor own = ((Origin.Held) origin).tensor();
    Value known = held.get(own);
    if (known == null) {
      TraceModules.Place place = modules.of(own);
      Value owner = place.owner() == null ? self() : module(place.owner());
      known = attribute(owner, place.name(), Type.TENSOR);
      held.put(own, known);
    }
    return known;
  }

  /** A tensor as a constant; a copy of it in each call, where something is written to tensors. */
  private Value constant(Tensor tensor) {
    Value constant = builder.constant(new TensorValue(tensor), Type.TENSOR);
    return writes
        ? builder.node("aten::clone").inputs(constant, constant(None.NONE)).output(Type.TENSOR)
        : constant;
  }

  /** A constant, once in the graph. */
  Value constant(Object value) {
    return constants.computeIfAbsent(value, builder::constant);
  }

  /** The name of a device as a constant. */
  Value device(Object name) {
    return constants.computeIfAbsent(
        List.of(name, Type.DEVICE), absent -> builder.constant(name, Type.DEVICE));
  }

  /** Exchanges the value of a step. */
  void exchange(StepPart key, Value value) {
    values.put(key, value);
  }

  /** Says what a step of several results was in each run. */
  void several(StepPart key, List<Object> all) {
    trees.put(key, all);
  }

  /** The type of a value, as far as its tree tells it. */
  static Type typeOf(Object value) {
    if (value instanceof Tensor || value instanceof Origin) {
      return Type.TENSOR;
    } else if (value instanceof TupleConstant tuple) {
      return new Type.Tuple(tuple.elements().stream().map(TraceValues::typeOf).toList());
    } else if (value instanceof List<?> list) {
      return new Type.ListOf(list.isEmpty() ? Type.TENSOR : typeOf(list.get(0)));
    } else if (value instanceof Long) {
      return Type.INT;
    } else if (value instanceof Double) {
      return Type.FLOAT;
    } else if (value instanceof Boolean) {
      return Type.BOOL;
    } else if (value instanceof String) {
      return Type.STR;
    } else if (value == None.NONE) {
      return Type.NONE;
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      return new Type.Dict(Type.STR, typeOf(map.values().iterator().next()));
    }
    throw new TraceException(
        "a value of " + value.getClass().getSimpleName() + " is none of a graph");
  }
}
