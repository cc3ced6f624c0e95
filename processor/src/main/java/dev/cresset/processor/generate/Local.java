package dev.cresset.processor.generate;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/**
 * A local variable of compiled code.
 *
 * @param narrow whether it is of Java's type int or float
 */
record Local(String name, TypeName type, boolean narrow) {

  Local(String name, TypeName type) {
    this(name, type, type.equals(TypeName.INT) || type.equals(TypeName.FLOAT));
  }

  /** Whether it is a {@code List} of numbers or truths. */
  boolean isList() {
    return type instanceof ParameterizedTypeName of && of.typeArguments().get(0).isBoxedPrimitive();
  }
}
