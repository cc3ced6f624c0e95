package dev.cresset.processor.lower;

import dev.cresset.processor.script.Argument;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Binary;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Component;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.ModuleOf;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Tuple;
import dev.cresset.processor.script.Statement;
import java.util.ArrayList;
import java.util.List;

/** Scripted classes written by hand, as the front end would read them. */
public final class Scripts {
  static final ScriptType TENSOR = Simple.TENSOR;
  static final ModuleOf SELF = new ModuleOf("models.Net");
  static final ModuleOf LINEAR = new ModuleOf("dev.cresset.nn.Linear");
  static final Tuple STATE =
      new Tuple(
          "models.Net.State", List.of(new Component("out", TENSOR), new Component("h", TENSOR)));

  private Scripts() {}

  static At line(int line) {
    return new At("Net.java", line, 4, 1);
  }

  static ScriptClass net(ScriptMethod... methods) {
    return new ScriptClass(
        "models.Net", "models", true, true, List.of(), null, List.of(), List.of(methods), line(1));
  }

  static ScriptMethod forward(ScriptType returns, List<Parameter> parameters, Statement... body) {
    return new ScriptMethod(
        "forward", ScriptMethod.Kind.FORWARD, true, parameters, returns, List.of(body), line(2));
  }

  static Parameter parameter(String name, ScriptType type) {
    return new Parameter(name, type, line(2));
  }

  static Expression v(String name) {
    return v(name, TENSOR);
  }

  static Expression v(String name, ScriptType type) {
    return new Expression.Variable(name, type, line(3));
  }

  static Expression number(long value) {
    return new Expression.Literal(value, Simple.INT, line(3));
  }

  static Expression real(float value) {
    return new Expression.Literal((double) value, Simple.FLOAT, line(3));
  }

  static Expression field(String name, ScriptType type) {
    return new Expression.Field(
        new Expression.Self(SELF, line(3)), name, SELF.className(), type, line(3));
  }

  /** An op of tensors, in the order of its arguments' names. */
  static Expression op(int line, String name, Object... arguments) {
    List<Argument> named = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      named.add(new Argument((String) arguments[i], (Expression) arguments[i + 1]));
    }
    return new Expression.OpCall(name, named, TENSOR, line(line));
  }

  static Expression relu(int line, Expression x) {
    return op(line, "aten::relu", "self", x);
  }

  static Expression add(int line, Expression a, Expression b) {
    return op(line, "aten::add.Tensor", "self", a, "other", b);
  }

  static Expression call(int line, Expression module, Expression... arguments) {
    return new Expression.ModuleCall(
        module, "forward", true, List.of(arguments), TENSOR, line(line));
  }

  static Expression binary(Binary.Operator operator, Expression a, Expression b, ScriptType type) {
    return new Binary(operator, a, b, type, line(3));
  }

  static Statement local(int line, String name, Expression value) {
    return new Statement.Local(name, value.type(), value, line(line));
  }

  static Statement assign(int line, String name, Expression value) {
    return new Statement.Assign(name, value, line(line));
  }

  static Statement returns(int line, Expression value) {
    return new Statement.Return(value, line(line));
  }

  static Statement when(int line, Expression condition, List<Statement> then) {
    return new Statement.If(condition, then, List.of(), line(line));
  }

  static Statement when(
      int line, Expression condition, List<Statement> then, List<Statement> otherwise) {
    return new Statement.If(condition, then, otherwise, line(line));
  }

  /** {@code for (int i = 0; i < n; i++)}. */
  static Statement times(int line, String i, Expression n, Statement... body) {
    Expression counter = v(i, Simple.INT);
    return new Statement.For(
        "loop",
        List.of(new Statement.Local(i, Simple.INT, number(0), line(line))),
        binary(Binary.Operator.LESS, counter, n, Simple.BOOLEAN),
        List.of(assign(line, i, binary(Binary.Operator.ADD, counter, number(1), Simple.INT))),
        List.of(body),
        line(line));
  }

  static ListOf tensors() {
    return new ListOf(TENSOR, false);
  }
}
