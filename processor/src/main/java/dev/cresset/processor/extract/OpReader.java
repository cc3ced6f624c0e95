package dev.cresset.processor.extract;

import dev.cresset.annotations.Aten;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.processor.extract.CallReader.Found;
import dev.cresset.processor.script.Argument;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Literal;
import dev.cresset.processor.script.ScriptField;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Calls of ops: of the library's methods that {@link Aten} names. */
final class OpReader {
  private final Context context;
  private final ExpressionReader expressions;

  OpReader(Context context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** The op that {@code method} stands for, by its qualified name. */
  static String name(ExecutableElement method) {
    AnnotationMirror aten = Library.annotation(method, Aten.class);
    Object name = aten == null ? null : Library.value(aten, "value");
    if (name == null) {
      throw new IllegalArgumentException(method + " is no op");
    }
    return name.toString().contains("::") ? name.toString() : "aten::" + name;
  }

  /** The names of the ops that {@code owner} has as methods. */
  Set<String> names(TypeElement owner) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : context.members().methodNames(owner)) {
      boolean op =
          context.members().methods(owner, name, owner).stream()
              .anyMatch(method -> Library.has(method, Aten.class));
      if (op) {
        names.add(name);
      }
    }
    return names;
  }

  /** The op's first argument that is a tensor: what the method is called on. */
  private static String receiverName(Found call) {
    Op op = OpTable.get(name(call.method()));
    return op.schema().arguments().stream()
        .filter(argument -> argument.type().isTensor())
        .findFirst()
        .orElseThrow()
        .name();
  }

  Typed read(Found call) {
    Unit unit = context.unit();
    List<Argument> arguments = new ArrayList<>();
    if (call.receiver() != null) {
      arguments.add(new Argument(receiverName(call), call.receiver().expression()));
    }
    List<? extends VariableElement> parameters = call.method().getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      Expression value = call.values().get(i).expression();
      VariableElement parameter = parameters.get(i);
      if (Library.className(parameter.asType()).equals(Library.KEEP_DIMS)) {
        if (!(value instanceof Expression.ListLiteral)) {
          throw unit.refuse(Problem.KEEP_DIMS, call.tree(), call.name());
        }
        arguments.add(new Argument("dim", value));
        arguments.add(new Argument("keepdim", new Literal(true, Simple.BOOLEAN, value.at())));
      } else {
        arguments.add(new Argument(ScriptField.key(parameter.getSimpleName().toString()), value));
      }
    }
    ScriptType type =
        expressions.supported(
            context.script().of(call.returns(), Library.isNullable(call.method())), call.tree());
    return new Typed(
        new Expression.OpCall(name(call.method()), arguments, type, unit.at(call.tree())),
        call.returns());
  }
}
