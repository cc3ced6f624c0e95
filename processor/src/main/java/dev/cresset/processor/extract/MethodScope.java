package dev.cresset.processor.extract;

import com.sun.source.tree.Tree;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.ScriptMethod.Kind;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Simple;

/**
 * The method that is being read.
 *
 * @param name as it is declared
 */
record MethodScope(String name, Kind kind) {

  boolean isStatic() {
    return kind == Kind.FUNCTION || kind == Kind.POINTWISE;
  }

  boolean isPointwise() {
    return kind == Kind.POINTWISE;
  }

  /** {@code read}, unless it is something that a function of one element cannot hold. */
  Typed checked(Typed read, Tree tree, Unit unit) {
    ScriptType type = read.scriptType();
    boolean real = type == Simple.FLOAT || type == Simple.DOUBLE || type == Simple.BOOLEAN;
    if (isPointwise() && !real && !(read.expression() instanceof Expression.Literal)) {
      throw unit.refuse(
          Problem.FLOAT_FUNCTION_BODY, tree, "of type " + TypeReader.text(read.type()));
    }
    return read;
  }
}
