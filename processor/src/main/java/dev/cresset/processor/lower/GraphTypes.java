package dev.cresset.processor.lower;

import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Component;

/** Java's types as the graph's. */
public final class GraphTypes {

  /** What TorchScript puts before the name of every class. */
  public static final String ROOT = "__torch__.";

  private GraphTypes() {}

  /** The graph's type for {@code type}: int and long are int, float and double are float. */
  public static Type of(ScriptType type) {
    if (type instanceof ScriptType.Simple simple) {
      return switch (simple) {
        case TENSOR -> Type.TENSOR;
        case INT, LONG, DTYPE -> Type.INT;
        case FLOAT, DOUBLE -> Type.FLOAT;
        case BOOLEAN -> Type.BOOL;
        case STRING -> Type.STR;
        case DEVICE -> Type.DEVICE;
        case GENERATOR -> Type.GENERATOR;
        case NUMBER -> Type.SCALAR;
        case NULL, VOID -> Type.NONE;
      };
    }
    if (type instanceof ScriptType.ListOf list) {
      return of(list.element()).list();
    }
    if (type instanceof ScriptType.OptionalOf option) {
      return of(option.element()).optional();
    }
    if (type instanceof ScriptType.Tuple tuple) {
      return new Type.Tuple(
          tuple.components().stream().map(Component::type).map(GraphTypes::of).toList());
    }
    if (type instanceof ScriptType.ModulesOf modules) {
      return new Type.ClassOf(ROOT + modules.className());
    }
    return new Type.ClassOf(ROOT + ((ScriptType.ModuleOf) type).className());
  }
}
