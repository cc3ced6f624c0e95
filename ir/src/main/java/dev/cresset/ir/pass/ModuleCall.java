package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.pass.InferShapes.Mismatch;
import dev.cresset.ir.pass.ShapeCalls.Inner;
import dev.cresset.ir.pass.ShapeCalls.Outcome;
import dev.cresset.ir.shape.Facts;
import dev.cresset.ir.shape.Made;
import dev.cresset.ir.shape.Made.Built;
import dev.cresset.ir.shape.ShapeMismatch.Wish;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.TensorFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a module in a graph whose sizes are found, and what its errors say. */
final class ModuleCall {
  private static final String SEQUENTIAL = "dev.cresset.nn.Sequential";
  private static final String LIBRARY = "dev.cresset.nn.";

  private final ShapeInference graph;
  private final ShapeCalls calls;
  private final Node node;

  ModuleCall(ShapeInference graph, ShapeCalls calls, Node node) {
    this.graph = graph;
    this.calls = calls;
    this.node = node;
  }

  /** Goes through what is called, and tells what it gives. */
  void go() {
    node.outputs().forEach(output -> graph.know(output, null));
    Object module = Facts.settled(graph.fact(node.input(0)));
    List<@Nullable Object> in = graph.facts(node.inputs().subList(1, node.inputs().size()));
    List<@Nullable Object> out =
        called(module, in, node.inputs().size() > 1 ? node.input(1) : null, null);
    if (out != null) {
      graph.knowAll(node, out);
    }
  }

  private @Nullable List<@Nullable Object> called(
      @Nullable Object module,
      List<@Nullable Object> in,
      @Nullable Value first,
      @Nullable String before) {
    if (module instanceof Built built) {
      return called(built, in, first, before);
    } else if (module instanceof Made.Modules modules && modules.className().equals(SEQUENTIAL)) {
      List<@Nullable Object> now = in;
      Value value = first;
      String last = before;
      for (Object each : modules.modules()) {
        List<@Nullable Object> out = called(Facts.settled(each), now, value, last);
        now = out == null ? Collections.singletonList(null) : out;
        value = null;
        last = each.toString();
      }
      return now;
    }
    return null;
  }

  private @Nullable List<@Nullable Object> called(
      Built module, List<@Nullable Object> in, @Nullable Value first, @Nullable String before) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(module);
    all.addAll(in);
    Outcome outcome = calls.call(module.className(), node.text("name"), all);
    if (outcome == null) {
      return null;
    }
    if (!outcome.mismatches().isEmpty()) {
      graph.report(mismatch(module, outcome.mismatches().get(0), in, first, before));
      return null;
    }
    return outcome.results();
  }

  private Mismatch mismatch(
      Built module,
      Inner inner,
      List<@Nullable Object> in,
      @Nullable Value first,
      @Nullable String before) {
    boolean own = node.input(0).name().equals("self");
    Wish wish = inner.wish();
    Value subject = inner.argument() == 1 ? first : null;
    if (wish != null && inner.argument() == 1 && in.get(0) instanceof TensorFact given) {
      String name = first == null ? null : ShapeInference.name(first);
      String whose =
          name != null
              ? name
              : before != null ? "what " + before + " gives it" : "what it is given";
      String message =
          "%s expects %s, but %s is %s%s"
              .formatted(module, wish.text(), whose, given, advice(module, wish));
      return new Mismatch(node, message, subject, null, inner.where());
    }
    String where =
        inner.where() != null || module.className().startsWith(LIBRARY) ? inner.where() : null;
    String message = own ? inner.message() : "%s: %s".formatted(module, inner.message());
    return new Mismatch(node, message, subject, null, where);
  }

  /** How the module would fit. */
  private static String advice(Built module, Wish wish) {
    boolean size = !(wish.found() instanceof Size.Unknown);
    if (!size || module.arguments().isEmpty() || !module.arguments().get(0).equals(wish.wanted())) {
      return "";
    }
    List<Object> other = new ArrayList<>(module.arguments());
    other.set(0, wish.found());
    return "; write 'new %s', or give it %s"
        .formatted(new Built(module.className(), 0, other), wish.text());
  }
}
