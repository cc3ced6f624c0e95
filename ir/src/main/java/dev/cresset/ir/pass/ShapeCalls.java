package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.shape.Classes;
import dev.cresset.ir.shape.ShapeMismatch.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls of modules and functions during the inference of sizes: each body is gone through once for
 * what it is given, however often it is called, and only so many steps in all.
 */
final class ShapeCalls {
  /** How many nodes are looked at in all; what comes after counts as unknown. */
  private static final int MOST_NODES = 100_000;

  private static final int DEEPEST = 40;

  /**
   * What does not fit inside of a call.
   *
   * @param where the user's line inside of the body, or null for a layer of the library
   * @param argument which of the body's inputs is at fault, −1 if none is, as it came
   */
  record Inner(String message, @Nullable Wish wish, int argument, @Nullable String where) {}

  /** What comes out of a call. */
  record Outcome(List<@Nullable Object> results, List<Inner> mismatches) {}

  private record Call(String className, String method, List<@Nullable Object> arguments) {}

  private final Classes classes;
  private final Map<Call, Outcome> known = new HashMap<>();
  private int nodes;
  private int depth;

  ShapeCalls(Classes classes) {
    this.classes = classes;
  }

  Classes classes() {
    return classes;
  }

  /** Whether one more node may be looked at. */
  boolean goesOn() {
    return nodes++ < MOST_NODES;
  }

  /** Goes through a method's body with these arguments; null if it has none that is known. */
  @Nullable Outcome call(String className, String method, List<@Nullable Object> arguments) {
    Call call = new Call(className, method, arguments);
    Outcome before = known.get(call);
    if (before != null || depth > DEEPEST) {
      return before;
    }
    Graph body = classes.method(className, method);
    if (body == null || body.inputs().size() != arguments.size()) {
      return null;
    }
    depth++;
    Outcome outcome = through(body, arguments);
    depth--;
    known.put(call, outcome);
    return outcome;
  }

  private Outcome through(Graph body, List<@Nullable Object> arguments) {
    ShapeInference inner = new ShapeInference(this);
    Map<Value, Integer> inputs = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      inner.know(body.inputs().get(i), arguments.get(i));
      inputs.put(body.inputs().get(i), i);
    }
    inner.block(body.block());
    List<Inner> mismatches = new ArrayList<>();
    for (InferShapes.Mismatch each : inner.mismatches()) {
      Value subject = inner.first(each.subject());
      int argument = subject == null ? -1 : inputs.getOrDefault(subject, -1);
      mismatches.add(new Inner(each.message(), each.wish(), argument, each.where()));
    }
    return new Outcome(inner.facts(body.outputs()), mismatches);
  }
}
