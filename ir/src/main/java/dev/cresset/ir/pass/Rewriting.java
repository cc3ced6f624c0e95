package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Applies laws to a graph, each where it leads to nothing that could be seen. */
final class Rewriting {
  /** The laws by the kind of node that they are of. */
  private final Map<String, List<Rule>> laws = new HashMap<>();

  Rewriting(List<Rule> laws) {
    for (Rule law : laws) {
      String op = law.left().op();
      int overload = op.indexOf('.');
      String kind = overload < 0 ? op : op.substring(0, overload);
      this.laws.computeIfAbsent(kind, none -> new ArrayList<>()).add(law);
    }
  }

  Graph apply(Graph graph) {
    return new Rewriter(graph).apply(graph);
  }

  private final class Rewriter extends Rebuild {
    private final Supplier<Effects> effects;
    private final Reals reals = new Reals();
    private final Map<Value, Node> makers = new HashMap<>();

    Rewriter(Graph graph) {
      super(graph);
      effects = Effects.later(graph);
    }

    @Override
    void node(Node node, List<Node> written) {
      Node now = renewed(node);
      List<Rule> of = of(now);
      for (int i = 0; i < of.size(); i++) {
        Rule law = of.get(i);
        Map<String, Value> found = match(law, now);
        if (found == null) {
          continue;
        }
        if (law.right() instanceof Pattern.Any any) {
          replace(now.output(), bound(any, found));
          return;
        }
        now = write((Pattern.Call) law.right(), now, found, written);
        of = of(now);
        i = -1;
      }
      add(now, written);
    }

    private List<Rule> of(Node node) {
      return laws.getOrDefault(node.kind(), List.of());
    }

    private void add(Node node, List<Node> written) {
      node.outputs().forEach(value -> makers.put(value, node));
      reals.note(node);
      written.add(node);
    }

    /** What the law's letters stand for at this node; null if it does not apply here. */
    private @Nullable Map<String, Value> match(Rule law, Node node) {
      Map<String, Value> found = new HashMap<>();
      if (!matches(law.left(), node, found)) {
        return null;
      }
      Value x = found.get("x");
      boolean holds = x == null || law.where().test(reals, x);
      Value with = law.right() instanceof Pattern.Any any ? bound(any, found) : null;
      boolean unseen =
          law.sameMemory()
              || found.values().stream().noneMatch(effects.get()::isWritten)
                  && (with == null || effects.get().mayReplace(node.output(), with));
      return holds && unseen ? found : null;
    }

    private Value bound(Pattern.Any any, Map<String, Value> found) {
      return Objects.requireNonNull(found.get(any.name()), any.name());
    }

    private boolean matches(Pattern pattern, Value value, Map<String, Value> found) {
      if (pattern instanceof Pattern.Any any) {
        Value before = found.putIfAbsent(any.name(), value);
        return before == null || before.equals(value);
      }
      Node maker = makers.get(value);
      if (maker == null) {
        return false;
      } else if (pattern instanceof Pattern.Constant constant) {
        return maker.isConstant() && constant.matches(maker.constant());
      }
      return !effects.get().isWritten(value) && matches((Pattern.Call) pattern, maker, found);
    }

    private boolean matches(Pattern.Call call, Node node, Map<String, Value> found) {
      Op op = OpTable.of(node);
      if (op == null || !op.name().equals(call.op())) {
        return false;
      }
      List<Argument> arguments = op.schema().arguments();
      for (int i = 0; i < arguments.size(); i++) {
        if (!matches(call.argument(i, arguments.get(i)), node.input(i), found)) {
          return false;
        }
      }
      return true;
    }

    /** The node for {@code call}, which gives what {@code old} gave. */
    private Node write(Pattern.Call call, Node old, Map<String, Value> found, List<Node> written) {
      Op op = OpTable.get(call.op());
      List<Value> inputs = new ArrayList<>();
      List<Argument> arguments = op.schema().arguments();
      for (int i = 0; i < arguments.size(); i++) {
        Argument argument = arguments.get(i);
        inputs.add(value(call.argument(i, argument), argument, old, found, written));
      }
      return new Node(
          op.schema().name(),
          op.schema().overload(),
          inputs,
          Map.of(),
          old.outputs(),
          List.of(),
          old.position());
    }

    private Value value(
        Pattern pattern, Argument argument, Node at, Map<String, Value> found, List<Node> written) {
      if (pattern instanceof Pattern.Any any) {
        return bound(any, found);
      } else if (pattern instanceof Pattern.Constant constant) {
        boolean none = constant.value() == None.NONE;
        Node node =
            new Node(
                Kinds.CONSTANT,
                "",
                List.of(),
                none ? Map.of() : Map.of("value", constant.value()),
                List.of(names().fresh(none ? Type.NONE : argument.type().inGraph())),
                List.of(),
                at.position());
        add(node, written);
        return node.output();
      }
      Value made = names().fresh(at.output().type());
      Node inner = write((Pattern.Call) pattern, at.withOutputs(List.of(made)), found, written);
      add(inner, written);
      return made;
    }
  }
}
