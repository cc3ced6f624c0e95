package dev.cresset.processor.script;

import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression with its Java type. Operands stand in the order in which Java evaluates them. */
public sealed interface Expression {

  /** Its Java type. */
  ScriptType type();

  /** Where it stands. */
  At at();

  /**
   * A literal or folded constant.
   *
   * @param value {@code Long} for int and long, {@code Double} for float and double, {@code
   *     Boolean}, {@code String}, {@code dev.cresset.ir.type.DType}, or null
   */
  record Literal(@Nullable Object value, ScriptType type, At at) implements Expression {}

  /** A local variable or parameter. */
  record Variable(String name, ScriptType type, At at) implements Expression {}

  /** {@code this}. */
  record Self(ScriptType type, At at) implements Expression {}

  /**
   * A field of a module: {@code training}, {@code weight}, {@code block.conv1}.
   *
   * @param receiver the module, {@link Self} where the source names none
   * @param owner canonical name of the class that declares the field
   */
  record Field(Expression receiver, String name, String owner, ScriptType type, At at)
      implements Expression {}

  /**
   * {@code layers.get(i)} of a {@code ModuleList} or {@code Sequential}.
   *
   * @param index an int
   */
  record ChildAt(Expression modules, Expression index, ScriptType type, At at)
      implements Expression {}

  /**
   * A call of a tensor op, as method or static function.
   *
   * @param op qualified name with overload as in the op table, {@code aten::add.Tensor}
   * @param arguments those written, by name; for the others the schema's default holds. Varargs
   *     arrive as one {@link ListLiteral}, {@code keepDims(0, 2)} as {@code dim} and {@code
   *     keepdim}
   */
  record OpCall(String op, List<Argument> arguments, ScriptType type, At at) implements Expression {
    public OpCall {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code x.get(all(), at(i))}. */
  record Subscript(Expression tensor, List<Index> indices, At at) implements Expression {
    public Subscript {
      indices = List.copyOf(indices);
    }

    @Override
    public ScriptType type() {
      return Simple.TENSOR;
    }
  }

  /**
   * A call of another module.
   *
   * @param method {@code forward}, whether written {@code call} or {@code forward}, or the name of
   *     another scripted method of the module
   * @param hooks false where {@code forward} is written, which passes the hooks by
   */
  record ModuleCall(
      Expression module,
      String method,
      boolean hooks,
      List<Expression> arguments,
      ScriptType type,
      At at)
      implements Expression {
    public ModuleCall {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A call of a method of this same object: {@code @Script} or a private helper.
   *
   * @param owner canonical name of the class that declares it
   */
  record HelperCall(String owner, String method, List<Expression> arguments, ScriptType type, At at)
      implements Expression {
    public HelperCall {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A call of a {@code @Script static} function.
   *
   * @param owner canonical name of the class that declares it
   */
  record FunctionCall(
      String owner, String method, List<Expression> arguments, ScriptType type, At at)
      implements Expression {
    public FunctionCall {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * {@code x.map(MyOps::f)}: a {@code @Script static float} function over every element.
   *
   * @param owner canonical name of the class that declares it
   * @param arguments tensors, one for each parameter
   */
  record MapCall(String owner, String method, List<Expression> arguments, At at)
      implements Expression {
    public MapCall {
      arguments = List.copyOf(arguments);
    }

    @Override
    public ScriptType type() {
      return Simple.TENSOR;
    }
  }

  /**
   * A function of numbers: {@code tanh(v)}, {@code Math.max(a, b)}.
   *
   * @param function the name of the tensor op with the same meaning, without overload: {@code
   *     tanh}, {@code maximum}, {@code minimum}, {@code abs}, {@code sqrt}, {@code pow}
   */
  record ScalarCall(String function, List<Expression> arguments, ScriptType type, At at)
      implements Expression {
    public ScalarCall {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code -v}, {@code !b}, {@code ~n}. */
  record Unary(Operator operator, Expression operand, ScriptType type, At at)
      implements Expression {

    /** The operators of one operand; {@code +v} is only a {@link Convert}. */
    public enum Operator {
      NEGATE,
      NOT,
      COMPLEMENT
    }
  }

  /**
   * An operator of two operands. Numeric operands have the same, promoted type already (a {@link
   * Convert} around those that needed one); comparisons and the logical ones give BOOLEAN.
   */
  record Binary(Operator operator, Expression left, Expression right, ScriptType type, At at)
      implements Expression {

    /** Java's operators of two operands. */
    public enum Operator {
      ADD,
      SUBTRACT,
      MULTIPLY,
      DIVIDE,
      REMAINDER,
      /** {@code &} of whole numbers or of truths, both sides computed. */
      AND,
      OR,
      XOR,
      /** The right side tells by how much, and is of its own type. */
      SHIFT_LEFT,
      SHIFT_RIGHT,
      SHIFT_RIGHT_UNSIGNED,
      EQUAL,
      NOT_EQUAL,
      LESS,
      LESS_EQUAL,
      GREATER,
      GREATER_EQUAL,
      /** {@code &&}: the right side only if the left is true. */
      AND_THEN,
      /** {@code ||}: the right side only if the left is false. */
      OR_ELSE
    }
  }

  /** {@code condition ? then : otherwise}. */
  record Conditional(
      Expression condition, Expression then, Expression otherwise, ScriptType type, At at)
      implements Expression {}

  /** A numeric conversion, written or implied; also {@code int} or {@code double} to NUMBER. */
  record Convert(Expression value, ScriptType type, At at) implements Expression {}

  /** {@code value} put into a text, as {@code String.valueOf} has it. */
  record Text(Expression value, At at) implements Expression {
    @Override
    public ScriptType type() {
      return Simple.STRING;
    }
  }

  /** {@code value == null}, {@code value != null}. */
  record IsNull(Expression value, boolean negated, At at) implements Expression {
    @Override
    public ScriptType type() {
      return Simple.BOOLEAN;
    }
  }

  /** {@code new State(out, h)}. */
  record Construct(Tuple type, List<Expression> arguments, At at) implements Expression {
    public Construct {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code state.out()}. */
  record Access(Expression tuple, int index, ScriptType type, At at) implements Expression {}

  /** {@code List.of(a, b)}, {@code new long[] {1, 2}}, or the varargs of a call. */
  record ListLiteral(List<Expression> elements, ListOf type, At at) implements Expression {
    public ListLiteral {
      elements = List.copyOf(elements);
    }
  }

  /**
   * What is done to a list, an array or a text: {@code list.add(x)}, {@code array[i] = v}.
   *
   * @param op qualified name of the op with the same meaning
   * @param arguments all of the op's, the list first
   * @param type VOID where nobody asks for a result
   */
  record ListCall(String op, List<Expression> arguments, ScriptType type, At at)
      implements Expression {
    public ListCall {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code list.get(i)}, {@code array[i]}. */
  record ElementAt(Expression list, Expression index, ScriptType type, At at)
      implements Expression {}

  /** {@code list.size()}, {@code array.length}, {@code blocks.size()}. */
  record Length(Expression list, At at) implements Expression {
    @Override
    public ScriptType type() {
      return Simple.INT;
    }
  }
}
