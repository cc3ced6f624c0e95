package dev.cresset.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.cresset.ir.type.Type;
import java.util.List;

/** The Java types in which compiled code holds the graph's values. */
final class Held {

  private Held() {}

  /** The Java type for values of {@code type}; tuples are held as their elements. */
  static TypeName of(Type type) {
    if (type.isTensor()) {
      return Library.TENSOR;
    } else if (type == Type.INT) {
      return TypeName.LONG;
    } else if (type == Type.FLOAT) {
      return TypeName.DOUBLE;
    } else if (type == Type.BOOL) {
      return TypeName.BOOLEAN;
    } else if (type == Type.STR) {
      return ClassName.get(String.class);
    } else if (type == Type.SCALAR) {
      return ClassName.get(Number.class);
    } else if (type == Type.DEVICE) {
      return Library.DEVICE;
    } else if (type == Type.GENERATOR) {
      return Library.GENERATOR;
    } else if (type instanceof Type.OptionalOf option) {
      return of(option.element()).box();
    } else if (type instanceof Type.ListOf list) {
      return isArray(list)
          ? ArrayTypeName.of(of(list.element()))
          : ParameterizedTypeName.get(ClassName.get(List.class), of(list.element()).box());
    }
    throw new Inexpressible("a value of type " + type);
  }

  /** Whether lists of this type are held as arrays. */
  static boolean isArray(Type.ListOf list) {
    return list.element() == Type.INT
        || list.element() == Type.FLOAT
        || list.element() == Type.BOOL;
  }

  /** What stands for a value of {@code type} on a way where it is never read. */
  static String nothing(Type type) {
    return type == Type.INT
        ? "0"
        : type == Type.FLOAT ? "0.0" : type == Type.BOOL ? "false" : "null";
  }
}
