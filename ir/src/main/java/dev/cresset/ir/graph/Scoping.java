package dev.cresset.ir.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that each value is made once, and before it is used, in reach of its use. */
final class Scoping {
  private final Set<String> everMade = new HashSet<>();
  private final Map<String, Value> inReach = new HashMap<>();

  private Scoping() {}

  static void check(Block block) {
    new Scoping().enter(block);
  }

  private void enter(Block block) {
    make(block.inputs(), "the inputs");
    for (Node node : block.nodes()) {
      use(node.inputs(), node);
      node.blocks().forEach(this::enterInner);
      make(node.outputs(), node);
    }
    use(block.outputs(), "the outputs");
  }

  private void enterInner(Block inner) {
    Set<String> before = Set.copyOf(inReach.keySet());
    enter(inner);
    inReach.keySet().retainAll(before);
  }

  private void make(List<Value> values, Object where) {
    for (Value value : values) {
      if (!everMade.add(value.name())) {
        throw new IllegalArgumentException(value + " is made twice, again by: " + where);
      }
      inReach.put(value.name(), value);
    }
  }

  private void use(List<Value> values, Object where) {
    for (Value value : values) {
      Value made = inReach.get(value.name());
      if (made == null) {
        throw new IllegalArgumentException(value + " is not made before its use in: " + where);
      }
      if (!made.equals(value)) {
        throw new IllegalArgumentException(
            "%s is made as %s but used as %s in: %s"
                .formatted(value, made.type(), value.type(), where));
      }
    }
  }
}
