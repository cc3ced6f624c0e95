package dev.cresset.processor.lower;

import dev.cresset.ir.type.Schema;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptMethod.Kind;
import dev.cresset.processor.script.ScriptType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Script to graph. */
public final class Lowering {
  private final Function<String, Schema> schemas;

  /**
   * A lowering that asks for ops by their qualified names.
   *
   * @param schemas the op table: {@code aten::add.Tensor} to its schema
   */
  public Lowering(Function<String, Schema> schemas) {
    this.schemas = schemas;
  }

  /** The graph of each method of {@code script}, which must have no errors. */
  public List<LoweredMethod> lower(ScriptClass script) {
    return script.methods().stream().map(method -> lowered(script, method)).toList();
  }

  private LoweredMethod lowered(ScriptClass script, ScriptMethod method) {
    if (method.kind() == Kind.POINTWISE) {
      return new LoweredMethod(method, PointwiseLowering.lower(method), Map.of());
    }
    ScriptType.@Nullable ModuleOf self =
        method.kind() == Kind.FUNCTION ? null : new ScriptType.ModuleOf(script.name());
    return MethodLowering.lower(method, self, schemas);
  }
}
