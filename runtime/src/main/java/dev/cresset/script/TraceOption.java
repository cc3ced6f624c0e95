package dev.cresset.script;

import dev.cresset.IValue;
import java.util.List;

/** How Java is traced; made by {@link Trace}. */
public sealed interface TraceOption {

  /** Where Java looks at a tensor's value, a guard is kept. */
  record Guarded() implements TraceOption {}

  /** One more run, with these inputs. */
  record Again(List<IValue> inputs) implements TraceOption {
    /** A run with these. */
    public Again {
      inputs = List.copyOf(inputs);
    }
  }

  /** Scripted modules are traced as they are written, too. */
  record AsWritten() implements TraceOption {}
}
