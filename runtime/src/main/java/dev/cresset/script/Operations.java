package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TensorConstant;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.plan.Instruction;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.reference.Reference;
import dev.cresset.tensor.eager.Dispatch;
import java.util.ArrayList;
import java.util.List;

/** Makes of each node what runs it. */
final class Operations {
  private final Attributes attributes = new Attributes();

  /** The value of a constant as a graph computes with it. */
  static Object constant(Object value) {
    if (value instanceof TensorValue known) {
      return known.tensor();
    } else if (value instanceof TensorConstant) {
      throw new UnsupportedOperationException(
          "the tensor %s is known by its print alone; the graph came as text, without its tensors"
              .formatted(value));
    } else if (value instanceof TupleConstant tuple) {
      return new TupleConstant(tuple.elements().stream().map(Operations::constant).toList());
    }
    return value;
  }

  /** What runs the step. */
  Operation of(Instruction.Apply step) {
    Node node = step.node();
    int[] in = step.in().stream().mapToInt(Integer::intValue).toArray();
    int[] out = step.out().stream().mapToInt(Integer::intValue).toArray();
    return switch (node.kind()) {
      case Kinds.CONSTANT -> fresh(node, out[0]);
      case Kinds.GET_ATTR -> read(node, in[0], out[0]);
      case Kinds.SET_ATTR -> write(node, in);
      case Kinds.TUPLE_UNPACK -> several(in, out, all -> ((TupleConstant) all.get(0)).elements());
      case Kinds.LIST_UNPACK -> unpack(in, out);
      case Kinds.FUSION_GROUP -> FusedOperation.of(node, in, out);
      default -> {
        Plain language = Language.of(node);
        yield language == null ? op(node, in, out) : one(in, out, language);
      }
    };
  }

  private static Operation fresh(Node node, int out) {
    Object value = node.attributes().getOrDefault("name", node.constant());
    return value instanceof List<?> list
        ? slots -> slots[out] = new ArrayList<>(list)
        : slots -> slots[out] = value;
  }

  private Operation read(Node node, int in, int out) {
    String name = node.text("name");
    return slots -> slots[out] = attributes.get(slots[in], name);
  }

  private Operation write(Node node, int[] in) {
    String name = node.text("name");
    return slots -> attributes.set(slots[in[0]], name, slots[in[1]]);
  }

  private static Operation unpack(int[] in, int[] out) {
    return several(
        in,
        out,
        all -> {
          List<Object> list = Values.list(all.get(0));
          if (list.size() != out.length) {
            throw new IllegalArgumentException(
                "Expected %d elements in a list but found %d".formatted(out.length, list.size()));
          }
          return list;
        });
  }

  private static Operation one(int[] in, int[] out, Plain plain) {
    return slots -> {
      Object result = plain.of(arguments(slots, in));
      if (out.length > 0) {
        slots[out[0]] = result;
      }
    };
  }

  private static Operation several(int[] in, int[] out, Plain plain) {
    return slots -> {
      List<Object> results = Values.list(plain.of(arguments(slots, in)));
      for (int i = 0; i < out.length; i++) {
        slots[out[i]] = results.get(i);
      }
    };
  }

  static List<Object> arguments(Object[] slots, int[] in) {
    List<Object> all = new ArrayList<>(in.length);
    for (int slot : in) {
      all.add(slots[slot]);
    }
    return all;
  }

  private static Operation op(Node node, int[] in, int[] out) {
    Op op = OpTable.of(node);
    if (op == null) {
      throw new UnsupportedOperationException("there is no op for " + node);
    }
    boolean tuple = op.schema().returns().size() > 1;
    if (!Dispatch.has(op.name())) {
      Plain reference = reference(op);
      return tuple ? several(in, out, reference) : one(in, out, reference);
    }
    String name = op.name();
    Plain call = all -> Values.of(Dispatch.call(name, boxed(all)));
    return tuple
        ? several(in, out, all -> ((TupleConstant) call.of(all)).elements())
        : one(in, out, call);
  }

  /** Ops on numbers, lists and strings are computed by what they mean. */
  private static Plain reference(Op op) {
    Reference meaning = op.reference();
    if (meaning == null) {
      throw new UnsupportedOperationException("there is no code for " + op);
    }
    return all -> meaning.apply(new Arguments(all));
  }

  private static List<IValue> boxed(List<Object> values) {
    List<IValue> all = new ArrayList<>(values.size());
    for (Object value : values) {
      all.add(Values.boxed(value));
    }
    return all;
  }
}
