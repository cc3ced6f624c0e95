package dev.cresset.processor.extract;

import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Constant;
import dev.cresset.annotations.Param;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.ScriptField;
import dev.cresset.processor.script.ScriptField.Kind;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.ModuleOf;
import dev.cresset.processor.script.ScriptType.ModulesOf;
import dev.cresset.processor.script.ScriptType.OptionalOf;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The fields of a module that are registered with it. */
final class FieldReader {
  private final TypeReader types;
  private final Function<Element, At> places;

  FieldReader(TypeReader types, Function<Element, At> places) {
    this.types = types;
    this.places = places;
  }

  /** The fields that {@code type} itself declares, in order. */
  List<ScriptField> of(TypeElement type) {
    List<ScriptField> fields = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      ScriptField read = of(type, field);
      if (read != null) {
        fields.add(read);
      }
    }
    return fields;
  }

  private @Nullable ScriptField of(TypeElement owner, VariableElement field) {
    if (field.getModifiers().contains(Modifier.STATIC)
        || field.getModifiers().contains(Modifier.PRIVATE)) {
      return null;
    }
    ScriptType type = types.of(field);
    Kind kind = kind(field, type);
    AnnotationMirror buffer = Library.annotation(field, Buffer.class);
    Object persistent = buffer == null ? null : Library.value(buffer, "persistent");
    return kind == null
        ? null
        : new ScriptField(
            field.getSimpleName().toString(),
            kind,
            type,
            owner.getQualifiedName().toString(),
            !Boolean.FALSE.equals(persistent),
            places.apply(field));
  }

  private static @Nullable Kind kind(VariableElement field, ScriptType type) {
    ScriptType whole = type instanceof OptionalOf option ? option.element() : type;
    if (whole == Simple.TENSOR) {
      return Library.has(field, Param.class)
          ? Kind.PARAMETER
          : Library.has(field, Buffer.class)
              ? Kind.BUFFER
              : Library.has(field, Constant.class) ? Kind.CONSTANT : null;
    } else if (whole instanceof ModuleOf) {
      return Kind.CHILD;
    } else if (whole instanceof ModulesOf) {
      return Kind.CHILDREN;
    }
    return isConstant(whole) ? Kind.CONSTANT : null;
  }

  private static boolean isConstant(ScriptType type) {
    return type.isNumeric()
        || type == Simple.BOOLEAN
        || type == Simple.STRING
        || type == Simple.DTYPE
        || type instanceof ListOf list && isConstant(list.element());
  }
}
