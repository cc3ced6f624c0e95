package dev.cresset.autograd;

import dev.cresset.Tensor;
import dev.cresset.autograd.GradFn.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass back over the tape, in the caller's thread: every entry once, when all that used its
 * results have been passed, the latest first. Passes of different threads go on side by side; at a
 * leaf they add up one after the other.
 */
final class Backward {
  /** The gradients of an entry's results, as they come in. */
  private static final class Incoming {
    final @Nullable Tensor[] gradients;

    /** Whether nobody else holds the memory, so that more may be added in place. */
    final boolean[] owned;

    Incoming(int outputs) {
      gradients = new Tensor[outputs];
      owned = new boolean[outputs];
    }
  }

  private final boolean keepGraph;
  private final boolean createGraph;
  private final Map<GradFn, Integer> waiting = new IdentityHashMap<>();
  private final Map<GradFn, Incoming> incoming = new IdentityHashMap<>();
  private final Set<GradFn> onTheWay = Collections.newSetFromMap(new IdentityHashMap<>());
  private final PriorityQueue<GradFn> ready =
      new PriorityQueue<>(Comparator.comparingLong(GradFn::sequence).reversed());
  private @Nullable List<@Nullable Edge> asked;
  private @Nullable Tensor[] answers = {};

  private Backward(boolean keepGraph, boolean createGraph) {
    this.keepGraph = keepGraph;
    this.createGraph = createGraph;
  }

  /** Adds gradients up at the leaves: those of {@code leaves}, or all if that is null. */
  static void accumulate(
      List<Edge> roots,
      List<Tensor> gradients,
      @Nullable List<Edge> leaves,
      boolean keepGraph,
      boolean createGraph) {
    Backward pass = new Backward(keepGraph, createGraph);
    pass.plan(roots, leaves);
    pass.run(roots, gradients);
  }

  /** The gradients of what {@code asked} points to; null where there is none. */
  static @Nullable Tensor[] gradients(
      List<Edge> roots,
      List<Tensor> gradients,
      List<@Nullable Edge> asked,
      boolean keepGraph,
      boolean createGraph) {
    Backward pass = new Backward(keepGraph, createGraph);
    pass.asked = asked;
    pass.answers = new Tensor[asked.size()];
    pass.plan(roots, asked.stream().filter(e -> e != null).toList());
    pass.run(roots, gradients);
    return pass.answers;
  }

  /** Counts what each entry waits for, and which lead to {@code ends}. */
  private void plan(List<Edge> roots, @Nullable List<Edge> ends) {
    Deque<GradFn> open = new ArrayDeque<>();
    List<GradFn> found = new ArrayList<>();
    for (Edge root : roots) {
      if (waiting.putIfAbsent(root.fn(), 0) == null) {
        open.add(root.fn());
      }
    }
    while (!open.isEmpty()) {
      GradFn fn = open.pop();
      found.add(fn);
      for (Edge edge : fn.edges()) {
        if (edge != null
            && waiting.merge(edge.fn(), 1, Integer::sum) == 1
            && !isRoot(roots, edge)) {
          open.push(edge.fn());
        }
      }
    }
    if (ends == null) {
      onTheWay.addAll(found);
      return;
    }
    // Inputs were recorded before what they went into: in that order, one look at each suffices.
    ends.forEach(end -> onTheWay.add(end.fn()));
    found.sort(Comparator.comparingLong(GradFn::sequence));
    for (GradFn fn : found) {
      for (Edge edge : fn.edges()) {
        if (edge != null && onTheWay.contains(edge.fn())) {
          onTheWay.add(fn);
        }
      }
    }
  }

  private static boolean isRoot(List<Edge> roots, Edge edge) {
    return roots.stream().anyMatch(root -> root.fn() == edge.fn());
  }

  private void run(List<Edge> roots, List<Tensor> gradients) {
    GradMode.Scope mode = GradMode.set(createGraph);
    try {
      for (int i = 0; i < roots.size(); i++) {
        receive(roots.get(i), gradients.get(i), false);
      }
      for (Edge root : roots) {
        if (waiting.getOrDefault(root.fn(), 0) == 0 && !ready.contains(root.fn())) {
          ready.add(root.fn());
        }
      }
      while (!ready.isEmpty()) {
        pass(ready.poll());
      }
    } finally {
      mode.close();
    }
  }

  private void pass(GradFn fn) {
    Incoming in = incoming.remove(fn);
    @Nullable Tensor[] results = new Tensor[fn.edges().length];
    if (in != null && onTheWay.contains(fn)) {
      runHooks(fn, in);
      answer(fn, in);
      if (fn.leaf() != null) {
        if (asked == null) {
          accumulate(fn.leaf(), in);
        }
      } else if (leadsOn(fn)) {
        results = fn.apply(complete(fn, in.gradients));
        if (!keepGraph) {
          fn.release();
        }
      }
    }
    send(fn, in, results);
  }

  private boolean leadsOn(GradFn fn) {
    for (Edge edge : fn.edges()) {
      if (edge != null && onTheWay.contains(edge.fn())) {
        return true;
      }
    }
    return false;
  }

  private static void runHooks(GradFn fn, Incoming in) {
    if (!fn.hasHooks()) {
      return;
    }
    for (int i = 0; i < in.gradients.length; i++) {
      Tensor gradient = in.gradients[i];
      if (gradient != null) {
        in.gradients[i] = fn.hooked(i, gradient);
        in.owned[i] = false; // a hook may have kept it
      }
    }
  }

  private void answer(GradFn fn, Incoming in) {
    if (asked == null) {
      return;
    }
    for (int i = 0; i < asked.size(); i++) {
      Edge edge = asked.get(i);
      if (edge != null && edge.fn() == fn) {
        answers[i] = in.gradients[edge.output()];
      }
    }
  }

  /** Zeros for the results that nothing was computed from, where others were. */
  private static @Nullable Tensor[] complete(GradFn fn, @Nullable Tensor[] gradients) {
    for (int i = 0; i < gradients.length; i++) {
      if (gradients[i] == null && fn.like(i).dtype().isFloatingPoint()) {
        gradients[i] = GradMath.zeros(fn.like(i));
      }
    }
    return gradients;
  }

  private void accumulate(Tensor leaf, Incoming in) {
    Tensor gradient = in.gradients[0];
    if (gradient == null) {
      return;
    }
    synchronized (leaf) {
      Tensor before = leaf.grad();
      if (createGraph) {
        leaf.setGrad(before == null ? gradient : GradMath.add(before, gradient));
      } else if (before == null) {
        boolean own = in.owned[0] && gradient.strided().isContiguous();
        leaf.setGrad(own ? gradient : GradMath.clone(gradient));
      } else if (before.requiresGrad()) { // kept by an earlier pass that created its own graph
        leaf.setGrad(GradMath.add(before, gradient));
      } else {
        GradMath.addTo(before, gradient);
      }
    }
  }

  private void send(GradFn fn, @Nullable Incoming in, @Nullable Tensor[] results) {
    Edge[] edges = fn.edges();
    if (results.length < edges.length) {
      throw new IllegalStateException(
          fn.name() + " gave " + results.length + " gradients for " + edges.length + " inputs");
    }
    for (int i = 0; i < edges.length; i++) {
      Edge edge = edges[i];
      if (edge == null) {
        continue;
      }
      Tensor gradient = results[i];
      if (gradient != null && onTheWay.contains(edge.fn())) {
        Tensor fitted = GradMath.fit(gradient, edge.fn().like(edge.output()), fn.name());
        receive(edge, fitted, fitted != gradient || isFresh(fn, in, results, i));
      }
      int left = waiting.merge(edge.fn(), -1, Integer::sum);
      if (left == 0) {
        ready.add(edge.fn());
      }
    }
  }

  /** Whether a gradient is memory that the rule has just made, for this input alone. */
  private static boolean isFresh(
      GradFn fn, @Nullable Incoming in, @Nullable Tensor[] results, int index) {
    Tensor gradient = results[index];
    if (gradient == null || in == null || fn.keeps(gradient)) {
      return false;
    }
    for (Tensor dy : in.gradients) {
      if (dy != null && shares(dy, gradient)) {
        return false;
      }
    }
    for (int i = 0; i < results.length; i++) {
      Tensor other = results[i];
      if (i != index && other != null && shares(other, gradient)) {
        return false;
      }
    }
    return gradient.numel() == gradient.strided().storage().length();
  }

  private static boolean shares(Tensor a, Tensor b) {
    return a.strided().storage() == b.strided().storage();
  }

  private void receive(Edge edge, Tensor gradient, boolean owned) {
    Incoming in = incoming.computeIfAbsent(edge.fn(), fn -> new Incoming(fn.outputs()));
    int i = edge.output();
    Tensor before = in.gradients[i];
    if (before == null) {
      in.gradients[i] = gradient;
      in.owned[i] = owned;
    } else if (in.owned[i] && !createGraph) {
      GradMath.addTo(before, gradient);
    } else {
      in.gradients[i] = GradMath.add(before, gradient);
      in.owned[i] = true;
    }
  }
}
