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

  /**
   * {@code for (start; condition; step) body}, as written; {@code while} has neither start nor
   * step.
   *
   * @param label what {@link Leave} knows the loop by, unique in its method
   * @param condition the literal true where none is written
   */
  record For(
      String label,
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

  /** {@code do body while (condition)}: asks after each turn. */
  record Do(String label, List<Statement> body, Expression condition, At at) implements Statement {
    public Do {
      body = List.copyOf(body);
    }
  }

  /** {@code for (var name : over) body}, over a list, an array or a module of modules. */
  record ForEach(
      String label, String name, ScriptType type, Expression over, List<Statement> body, At at)
      implements Statement {
    public ForEach {
      body = List.copyOf(body);
    }
  }

  /** Statements that may be left for what follows them: {@code switch}, {@code label: {..}}. */
  record Labeled(String label, List<Statement> body, At at) implements Statement {
    public Labeled {
      body = List.copyOf(body);
    }
  }

  /**
   * {@code break} or {@code continue}.
   *
   * @param label of the statement that is left
   * @param again whether that is a loop that goes on with its next turn
   */
  record Leave(String label, boolean again, At at) implements Statement {}

  /**
   * {@code throw new X(message);}.
   *
   * @param exception the canonical name of its class
   * @param message a string
   */
  record Throw(String exception, Expression message, At at) implements Statement {}

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
