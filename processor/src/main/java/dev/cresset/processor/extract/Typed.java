package dev.cresset.processor.extract;

import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.ScriptType;
import javax.lang.model.type.TypeMirror;

/** An expression with the type that javac knows it by. */
record Typed(Expression expression, TypeMirror type) {

  /** Its type in the script. */
  ScriptType scriptType() {
    return expression.type();
  }
}
