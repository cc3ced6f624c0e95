package dev.cresset.processor.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a scripted method. Names are unique where Java's scopes make them so. */
public sealed interface Statement {

  /** Where it stands. */
  At at();

  /** {@code Tensor y = relu(x);}, also with {@code var}, also without a value. */
  record Local(String name, ScriptType type, @Nullable Expression value, At at)
      implements Statement {}

  /**
   * {@code y = value;} to a local variable or parameter. {@code y += v} and {@code y++} arrive as
   * the assignment that Java says they are, its narrowing conversion included.
   */
  record Assign(String name, Expression value, At at) implements Statement {}

  /** {@code if}; the other branch is empty where there is none. */
  record If(Expression condition, List<Statement> then, List<Statement> otherwise, At at)
      implements Statement {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** {@code for (start; condition; step) body}, as written. */
  record For(
      List<Statement> start,
      Expression condition,
      List<Statement> step,
      List<Statement> body,
      At at)
      implements Statement {
    public For {
      start = List.copyOf(start);
      step = List.copyOf(step);
      body = List.copyOf(body);
    }
  }

  /** {@code for (var name : over) body}, over a list, an array or a module of modules. */
  record ForEach(String name, ScriptType type, Expression over, List<Statement> body, At at)
      implements Statement {
    public ForEach {
      body = List.copyOf(body);
    }
  }

  /** {@code return value;} or {@code return;}. */
  record Return(@Nullable Expression value, At at) implements Statement {}

  /** An expression for its effect: {@code x.add_(y);}. */
  record Evaluate(Expression expression, At at) implements Statement {}

  /** A nested {@code { ... }}. */
  record Nested(List<Statement> body, At at) implements Statement {
    public Nested {
      body = List.copyOf(body);
    }
  }
}
