package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a method holds its lists. Those of numbers and truths are arrays, as the ops take them,
 * unless they grow or are a {@code List} of the user's that is written to: these stay lists, and
 * the user's own. Values that may be one and the same list are held in the same way.
 */
final class ListForms {
  private static final Set<String> GROW =
      Set.of("aten::append", "aten::extend", "aten::insert", "aten::pop", "aten::clear");
  private static final Set<String> WRITE = Set.of("aten::_set_item", "aten::sort", "aten::reverse");

  private final Map<Value, Value> same = new HashMap<>();
  private final Set<Value> grown = new HashSet<>();
  private final Set<Value> written = new HashSet<>();
  private final Set<Value> ofUser = new HashSet<>();
  private final Set<Value> copied = new HashSet<>();

  ListForms(Graph graph) {
    read(graph.block());
  }

  private void read(Block block) {
    for (Node node : block.nodes()) {
      node.blocks().forEach(this::read);
      boolean writes = GROW.contains(node.kind()) || WRITE.contains(node.kind());
      if (writes && node.input(0).type() instanceof Type.ListOf) {
        (GROW.contains(node.kind()) ? grown : written).add(node.input(0));
        node.outputs().stream()
            .filter(output -> output.type().equals(node.input(0).type()))
            .forEach(output -> unite(output, node.input(0)));
      } else if (node.is(Kinds.UNCHECKED_CAST)) {
        unite(node.output(), node.input(0));
      } else if (node.is(Kinds.IF)) {
        for (Block side : node.blocks()) {
          for (int i = 0; i < node.outputs().size(); i++) {
            unite(node.outputs().get(i), side.outputs().get(i));
          }
        }
      } else if (node.is(Kinds.LOOP)) {
        Block turn = node.blocks().get(0);
        for (int i = 0; i < node.outputs().size(); i++) {
          unite(node.outputs().get(i), node.input(i + 2));
          unite(node.outputs().get(i), turn.inputs().get(i + 1));
          unite(node.outputs().get(i), turn.outputs().get(i + 1));
        }
      }
    }
  }

  private void unite(Value a, Value b) {
    Value first = root(a);
    Value second = root(b);
    if (!first.equals(second)) {
      same.put(first, second);
    }
  }

  private Value root(Value value) {
    Value at = value;
    for (Value next = same.get(at); next != null; next = same.get(at)) {
      at = next;
    }
    return at;
  }

  /** Says that {@code value} comes from the user's code, or goes there to be kept or written to. */
  void ofUser(Value value, ScriptType type) {
    ScriptType plain = type instanceof ScriptType.OptionalOf option ? option.element() : type;
    if (plain instanceof ListOf list) {
      if (!list.array()) {
        ofUser.add(value);
      }
      boolean narrow = list.element() == Simple.INT || list.element() == Simple.FLOAT;
      if (narrow || list.element() instanceof ListOf) {
        copied.add(value);
      }
    }
  }

  /** Says that {@code value} may be written to elsewhere. */
  void write(Value value) {
    if (value.type() instanceof Type.ListOf) {
      written.add(value);
    }
  }

  private boolean meets(Set<Value> set, Value value) {
    Value root = root(value);
    return set.stream().anyMatch(each -> root(each).equals(root));
  }

  /** Whether anything writes to the list that {@code value} is. */
  boolean isWritten(Value value) {
    boolean is =
        value.type() instanceof Type.ListOf && (meets(grown, value) || meets(written, value));
    if (is && meets(copied, value)) {
      throw new Inexpressible("a list of int or float, which is written to, out of other code");
    }
    return is;
  }

  /** Whether {@code value} is held as a {@code List}, though an array could hold it. */
  boolean isList(Value value) {
    return value.type() instanceof Type.ListOf list
        && Held.isArray(list)
        && isWritten(value)
        && (meets(grown, value) || meets(ofUser, value));
  }

  /** The Java type in which {@code value} is held. */
  TypeName held(Value value) {
    return isList(value)
        ? ParameterizedTypeName.get(
            ClassName.get(List.class), Held.of(((Type.ListOf) value.type()).element()).box())
        : Held.of(value.type());
  }
}
