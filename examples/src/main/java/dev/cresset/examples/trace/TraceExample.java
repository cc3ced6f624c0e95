package dev.cresset.examples.trace;

import dev.cresset.Tensor;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import dev.cresset.script.Trace;
import dev.cresset.script.Traced;
import java.io.PrintStream;

/** A function with a branch, traced in every way, and a small network. */
public final class TraceExample {
  private static final Tensor X = Tensor.of(new float[][] {{1, 2}, {3, -4}});
  private static final Tensor Y = Tensor.of(new float[][] {{5, 6}, {7, 8}});

  private TraceExample() {}

  static Tensor traceExample(Tensor x, Tensor y) {
    if (x.sum().gt(0).toBool()) {
      return x.add(y);
    } else {
      return x.mul(y);
    }
  }

  static Tensor rows(Tensor x) {
    return x.reshape(x.size(0), -1).sum(1).div(x.size(1));
  }

  /** Runs the program. */
  public static void main(String... arguments) {
    run(System.out);
  }

  /** Runs the program, and prints to {@code out}. */
  public static void run(PrintStream out) {
    out.println("== refused ==");
    attempt(out, () -> Trace.of(TraceExample::traceExample, X, Y));

    out.println("== guarded ==");
    Traced guarded = Trace.of(TraceExample::traceExample, X, Y, Trace.guarded());
    out.print(guarded.graph());
    attempt(out, () -> guarded.call(X.neg(), Y));
    attempt(out, () -> guarded.check(X.neg(), Y));

    out.println("== scripted ==");
    Traced both = Trace.of(Scripted_Graph::sumOrProduct, X, Y);
    out.print(both.graph());
    out.println(both.call(X.neg(), Y));

    out.println("== one size ==");
    Traced fixed = Trace.of(TraceExample::rows, Tensor.ones(2, 3, 4));
    attempt(out, () -> fixed.call(Tensor.ones(5, 3, 4)));

    out.println("== any size ==");
    Traced any =
        Trace.of(TraceExample::rows, Tensor.ones(2, 3, 4), Trace.again(Tensor.ones(7, 5, 4)));
    out.print(any.graph());
    out.println(any.call(Tensor.ones(1, 6, 2)));

    out.println("== module ==");
    Sequential net = new Sequential(new Linear(2, 3), new ReLU());
    Traced traced = Trace.of(net, X);
    out.print(traced.graph());
    out.println(traced.stateDict().keySet());
    out.println(traced.call(Y).allClose(net.call(Y)));
  }

  private static void attempt(PrintStream out, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      out.println(e.getMessage());
    }
  }
}
