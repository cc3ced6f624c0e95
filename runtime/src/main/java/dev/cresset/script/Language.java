package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.tensor.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What the nodes do that are no ops but the graph's own language. */
final class Language {
  private static final System.Logger LOG = System.getLogger("dev.cresset.script");

  private Language() {}

  /** What the node gives; null if it is no node of the language. */
  static @Nullable Plain of(Node node) {
    return switch (node.kind()) {
      case "prim::Uninitialized" -> in -> None.NONE;
      case Kinds.UNCHECKED_CAST -> in -> in.get(0);
      case Kinds.TUPLE_CONSTRUCT -> TupleConstant::new;
      case Kinds.TUPLE_INDEX -> in -> element((TupleConstant) in.get(0), (Long) in.get(1));
      case Kinds.LIST_CONSTRUCT -> in -> in; // made for this call, and now its own
      case Kinds.DICT_CONSTRUCT -> Language::dictionary;
      case Kinds.RAISE -> Language::raise;
      case Kinds.WARN -> warning();
      case "prim::isinstance" -> instance(node);
      case "prim::CreateObject" -> {
        Type type = node.output().type();
        yield in -> new ScriptObject(type);
      }
      case "aten::tensor" -> node.input(0).type() instanceof Type.ListOf ? Language::tensor : null;
      case "prim::NumToTensor" -> in -> number(in.get(0));
      default -> null;
    };
  }

  private static Object element(TupleConstant tuple, long index) {
    int size = tuple.elements().size();
    return tuple.elements().get((int) (index < 0 ? index + size : index));
  }

  private static Map<Object, Object> dictionary(List<Object> keysAndValues) {
    Map<Object, Object> made = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      made.put(keysAndValues.get(i), keysAndValues.get(i + 1));
    }
    return made;
  }

  private static Object raise(List<Object> in) {
    String type = in.size() > 1 && in.get(1) instanceof String name ? name : "";
    throw new ScriptException(type, String.valueOf(in.get(0)));
  }

  /** Says it the first time only, as Python does. */
  private static Plain warning() {
    AtomicBoolean said = new AtomicBoolean();
    return in -> {
      if (!said.getAndSet(true)) {
        LOG.log(System.Logger.Level.WARNING, String.valueOf(in.get(0)));
      }
      return None.NONE;
    };
  }

  private static Plain instance(Node node) {
    if (!(node.attribute("types") instanceof List<?> types)) {
      throw new IllegalArgumentException(node + " names no types");
    }
    return in -> types.stream().anyMatch(type -> is(in.get(0), (Type) type));
  }

  private static boolean is(Object value, Type type) {
    if (type instanceof Type.OptionalOf option) {
      return value == None.NONE || is(value, option.element());
    } else if (type.isTensor()) {
      return value instanceof Tensor;
    } else if (type instanceof Type.ListOf list) {
      return value instanceof List<?> all
          && all.stream().allMatch(each -> is(each, list.element()));
    } else if (type instanceof Type.Tuple tuple) {
      return value instanceof TupleConstant all && areAll(all.elements(), tuple.elements());
    } else if (type instanceof Type.Dict) {
      return value instanceof Map;
    }
    return type == Type.INT && value instanceof Long
        || type == Type.FLOAT && value instanceof Double
        || type == Type.BOOL && value instanceof Boolean
        || type == Type.STR && value instanceof String
        || type == Type.NONE && value == None.NONE;
  }

  private static boolean areAll(List<Object> values, List<Type> types) {
    if (values.size() != types.size()) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!is(values.get(i), types.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Tensor number(Object value) {
    return value instanceof Double real
        ? Tensor.fromBlob(new double[] {real})
        : value instanceof Boolean truth
            ? Tensor.scalar(truth)
            : Tensor.scalar((long) (Long) value);
  }

  /** {@code tensor(data, dtype, device, requires_grad)} of a list, whose elements may be lists. */
  private static Tensor tensor(List<Object> in) {
    List<Object> elements = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    gather(in.get(0), elements, sizes, 0);
    long[] shape = sizes.stream().mapToLong(Long::longValue).toArray();
    Tensor made = tensor(elements, shape);
    DType dtype = in.get(1) instanceof Long code ? DType.ofCode(code) : made.dtype();
    Device device = in.get(2) instanceof String name ? Device.of(name) : made.device();
    Tensor result = Memory.as(made, dtype, device);
    return (Boolean) in.get(3) ? result.requiresGrad_() : result;
  }

  private static Tensor tensor(List<Object> elements, long[] shape) {
    if (elements.isEmpty() || elements.get(0) instanceof Double) {
      float[] reals = new float[elements.size()];
      for (int i = 0; i < reals.length; i++) {
        reals[i] = ((Double) elements.get(i)).floatValue();
      }
      return Tensor.fromBlob(reals, shape);
    }
    boolean truths = elements.get(0) instanceof Boolean;
    long[] wholes = new long[elements.size()];
    for (int i = 0; i < wholes.length; i++) {
      Object each = elements.get(i);
      wholes[i] = each instanceof Boolean truth ? (truth ? 1 : 0) : (Long) each;
    }
    Tensor made = Tensor.fromBlob(wholes, shape);
    return truths ? Memory.as(made, DType.BOOL, made.device()) : made;
  }

  private static void gather(Object value, List<Object> elements, List<Long> sizes, int depth) {
    if (!(value instanceof List<?> list)) {
      elements.add(value);
      return;
    }
    if (depth == sizes.size()) {
      sizes.add((long) list.size());
    } else if (sizes.get(depth) != list.size()) {
      throw new IllegalArgumentException(
          "expected sequence of length %d at dim %d (got %d)"
              .formatted(sizes.get(depth), depth, list.size()));
    }
    for (Object each : list) {
      gather(each, elements, sizes, depth + 1);
    }
  }
}
