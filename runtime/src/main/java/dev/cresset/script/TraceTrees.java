package dev.cresset.script;

import dev.cresset.Generator;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Storage;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.tensor.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tensors of a run and where they come from, and its values as trees of that. */
final class TraceTrees {
  private final Map<Tensor, Origin> known = new IdentityHashMap<>();
  private final Set<Storage> memory = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Supplier<String> where;

  /**
   * Of nothing yet.
   *
   * @param where tells the place for what is refused
   */
  TraceTrees(Supplier<String> where) {
    this.where = where;
  }

  /** Makes an input known. */
  void input(IValue value, List<Integer> path) {
    if (value.isTensor()) {
      know(value.toTensor(), new Origin.Input(path));
    } else if (value.isList() || value.isTuple()) {
      List<IValue> parts = value.isList() ? value.toList() : value.toTuple();
      for (int i = 0; i < parts.size(); i++) {
        input(parts.get(i), with(path, i));
      }
    }
  }

  private static List<Integer> with(List<Integer> path, int next) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(next);
    return List.copyOf(longer);
  }

  /** Says where a tensor comes from. */
  void know(Tensor tensor, Origin origin) {
    known.put(tensor, origin);
    if (!(origin instanceof Origin.Held)) {
      memory.add(storage(tensor));
    }
  }

  private static Storage storage(Tensor tensor) {
    return Recording.by(null, () -> tensor.strided().storage());
  }

  /** The result as a tree; its tensors are known from now on. */
  Object result(int step, @Nullable Object value, List<Integer> path, List<Tensor> tensors) {
    if (value instanceof Tensor tensor) {
      Origin origin = new Origin.Result(step, path);
      know(tensor, origin);
      tensors.add(tensor);
      return origin;
    } else if (value instanceof TupleConstant tuple) {
      return new TupleConstant(parts(step, tuple.elements(), path, tensors));
    } else if (value instanceof Tensor[] several) {
      return new TupleConstant(parts(step, Arrays.asList(several), path, tensors));
    } else if (value instanceof List<?> list) {
      return parts(step, list, path, tensors);
    } else if (value instanceof Map<?, ?>) {
      throw new TraceException(
          "%s: a module gives a dictionary, whose tensors a trace does not follow; give a tuple"
              .formatted(where.get()));
    }
    return tree(value);
  }

  private List<Object> parts(int step, List<?> values, List<Integer> path, List<Tensor> tensors) {
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(result(step, values.get(i), with(path, i), tensors));
    }
    return parts;
  }

  /** A value as a tree. */
  Object tree(@Nullable Object value) {
    if (value == null || value == None.NONE) {
      return None.NONE;
    } else if (value instanceof Tensor tensor) {
      return origin(tensor);
    } else if (value instanceof TupleConstant tuple) {
      return new TupleConstant(tuple.elements().stream().map(this::tree).toList());
    } else if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(each -> all.add(tree(each)));
      return all;
    } else if (value instanceof Tensor[] several) {
      return tree(Arrays.asList(several));
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, held) -> all.put(key, tree(held)));
      return all;
    } else if (value instanceof Generator) {
      throw new TraceException(
          "%s: Java draws from a generator of its own, and graphs draw from the global one"
              .formatted(where.get()));
    }
    return number(value);
  }

  static Object number(Object value) {
    if (value instanceof int[] wholes) {
      return Arrays.stream(wholes).mapToObj(whole -> (Object) (long) whole).toList();
    } else if (value instanceof float[] reals) {
      List<Object> all = new ArrayList<>();
      for (float real : reals) {
        all.add((double) real);
      }
      return all;
    } else if (value instanceof long[] wholes) {
      return Arrays.stream(wholes).boxed().map(Object.class::cast).toList();
    } else if (value instanceof double[] reals) {
      return Arrays.stream(reals).boxed().map(Object.class::cast).toList();
    } else if (value instanceof boolean[] truths) {
      List<Object> all = new ArrayList<>();
      for (boolean truth : truths) {
        all.add(truth);
      }
      return all;
    } else if (value instanceof DType dtype) {
      return (long) dtype.code();
    } else if (value instanceof Device) {
      return value.toString();
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof Float real) {
      return real.doubleValue();
    }
    return value;
  }

  /** Where a tensor comes from. */
  Origin origin(Tensor tensor) {
    Origin origin = known.get(tensor);
    if (origin == null) {
      if (memory.contains(storage(tensor))) {
        throw new TraceException(
            "%s: Java uses a tensor that shows the memory of one of this run, but was made by no op"
                .formatted(where.get()));
      }
      origin = new Origin.Held(tensor);
      known.put(tensor, origin);
    }
    return origin;
  }
}
