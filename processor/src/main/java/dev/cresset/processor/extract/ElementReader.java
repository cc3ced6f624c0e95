package dev.cresset.processor.extract;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Elements of arrays that are assigned: {@code a[i] = v}, {@code a[i] += v}, {@code a[i]++}. */
final class ElementReader {
  private final Unit unit;
  private final Locals locals;
  private final ExpressionReader expressions;
  private int kept;

  ElementReader(Context context, Locals locals, ExpressionReader expressions) {
    this.unit = context.unit();
    this.locals = locals;
    this.expressions = expressions;
  }

  /** {@code a[i] = v}. */
  Statement assign(ArrayAccessTree element, ExpressionTree value, Tree tree) {
    Typed array = array(element);
    Expression index = expressions.read(element.getIndex()).expression();
    Typed given = expressions.read(value, held(array));
    return set(array, index, given.expression(), tree);
  }

  /** {@code a[i] += v}: array and index are computed once. */
  Statement compound(ArrayAccessTree element, Tree.Kind kind, Typed by, Tree tree) {
    Typed array = array(element);
    Typed index = expressions.read(element.getIndex());
    List<Statement> statements = new ArrayList<>();
    Typed place = once(array, "array", statements, tree);
    Typed at = once(index, "index", statements, tree);
    ScriptType script = ((ListOf) place.scriptType()).element();
    Typed before =
        new Typed(
            new Expression.ElementAt(place.expression(), at.expression(), script, unit.at(tree)),
            held(array));
    Typed after = expressions.numbers().binary(kind, before, by, tree);
    Typed cast = expressions.numbers().cast(after, held(array), tree);
    statements.add(set(place, at.expression(), (cast == null ? after : cast).expression(), tree));
    return statements.size() == 1
        ? statements.get(0)
        : new Statement.Nested(statements, unit.at(tree));
  }

  private Typed array(ArrayAccessTree element) {
    Typed array = expressions.read(element.getExpression());
    boolean is =
        array.type() instanceof ArrayType
            && NumberReader.plain(array.scriptType()) instanceof ListOf;
    if (!is) {
      throw unit.leave(element, "only arrays have elements");
    }
    return array;
  }

  private static TypeMirror held(Typed array) {
    return ListReader.held(array.type());
  }

  private Typed once(Typed value, String name, List<Statement> statements, Tree tree) {
    boolean simple =
        value.expression() instanceof Expression.Variable
            || value.expression() instanceof Expression.Literal;
    if (simple) {
      return value;
    }
    String variable = name + "$" + ++kept;
    locals.declare(variable, value.scriptType(), value.type());
    statements.add(
        new Statement.Local(variable, value.scriptType(), value.expression(), unit.at(tree)));
    return new Typed(
        new Expression.Variable(variable, value.scriptType(), unit.at(tree)), value.type());
  }

  private Statement set(Typed array, Expression index, Expression value, Tree tree) {
    return new Statement.Evaluate(
        new Expression.ListCall(
            "aten::_set_item.t",
            List.of(array.expression(), index, value),
            Simple.VOID,
            unit.at(tree)),
        unit.at(tree));
  }
}
