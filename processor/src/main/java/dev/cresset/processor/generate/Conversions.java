package dev.cresset.processor.generate;

import static dev.cresset.processor.generate.Library.IVALUE;
import static dev.cresset.processor.generate.Library.TENSOR;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Code that turns Java's values into {@code IValue}s and back. For a record it needs two methods,
 * which {@link #methods} gives once all has been asked for.
 */
final class Conversions {
  /** Types of which null has an {@code IValue} without more. */
  private static final Set<String> KNOW_NULL = Set.of("dev.cresset.Tensor", "java.lang.String");

  private final Map<String, TypeElement> records = new LinkedHashMap<>();
  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();
  private final NameAllocator names = new NameAllocator();

  /** Conversions between variables of these names. */
  Conversions(List<String> taken) {
    taken.forEach(names::newName);
  }

  /** The methods that the code calls. */
  List<MethodSpec> methods() {
    return List.copyOf(methods.values());
  }

  /** The {@code IValue} of {@code java}, None of null; null if values of this type have none. */
  @Nullable CodeBlock toIValue(TypeMirror type, boolean nullable, CodeBlock java) {
    CodeBlock value = toIValue(type, java);
    TypeName name = TypeName.get(type);
    boolean knowsNull = name.isBoxedPrimitive() || KNOW_NULL.contains(name.toString());
    return nullable && value != null && !knowsNull
        ? CodeBlock.of("$L == null ? $T.none() : $L", java, IVALUE, value)
        : value;
  }

  /** The {@code IValue} of {@code java}; null if values of this type have none. */
  @Nullable CodeBlock toIValue(TypeMirror type, CodeBlock java) {
    if (type.getKind().isPrimitive()) {
      return switch (type.getKind()) {
        case INT, LONG, FLOAT, DOUBLE, BOOLEAN -> from(java);
        default -> null;
      };
    }
    if (type instanceof ArrayType array) {
      return switch (TypeName.get(array.getComponentType()).toString()) {
        case "long", "double", "dev.cresset.Tensor" ->
            CodeBlock.of("$T.listFrom($L)", IVALUE, java);
        case "int" ->
            CodeBlock.of(
                "$T.listFrom($T.stream($L).asLongStream().toArray())", IVALUE, Arrays.class, java);
        default -> null;
      };
    }
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    TypeElement element = (TypeElement) declared.asElement();
    switch (element.getQualifiedName().toString()) {
      case "dev.cresset.Tensor" -> {
        return from(java);
      }
      case "dev.cresset.IValue" -> {
        return java;
      }
      case "java.lang.String",
          "java.lang.Long",
          "java.lang.Integer",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Boolean" -> {
        return CodeBlock.of("$1L == null ? $2T.none() : $2T.from($1L)", java, IVALUE);
      }
      case "java.util.List" -> {
        return listToIValue(argument(declared), java);
      }
      case "java.util.Optional" -> {
        String some = names.newName("some");
        TypeMirror held = argument(declared);
        CodeBlock value = held == null ? null : toIValue(held, CodeBlock.of(some));
        return value == null
            ? null
            : CodeBlock.of("$L.map($L -> $L).orElse($T.none())", java, some, value, IVALUE);
      }
      default -> {
        String name = record(element);
        return name == null ? null : CodeBlock.of("from$L($L)", name, java);
      }
    }
  }

  /** The Java value of {@code ivalue}; null if no {@code IValue} is of this type. */
  @Nullable CodeBlock toJava(TypeMirror type, boolean nullable, CodeBlock ivalue) {
    if (type.getKind().isPrimitive()) {
      return switch (type.getKind()) {
        case INT -> CodeBlock.of("$T.toIntExact($L.toLong())", Math.class, ivalue);
        case LONG -> CodeBlock.of("$L.toLong()", ivalue);
        case FLOAT -> CodeBlock.of("(float) $L.toDouble()", ivalue);
        case DOUBLE -> CodeBlock.of("$L.toDouble()", ivalue);
        case BOOLEAN -> CodeBlock.of("$L.toBool()", ivalue);
        default -> null;
      };
    }
    if (type instanceof ArrayType array) {
      return orNull(nullable, ivalue, arrayToJava(array, ivalue));
    }
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    TypeElement element = (TypeElement) declared.asElement();
    CodeBlock value =
        switch (element.getQualifiedName().toString()) {
          case "dev.cresset.Tensor" ->
              CodeBlock.of(nullable ? "$L.toOptionalTensor()" : "$L.toTensor()", ivalue);
          case "dev.cresset.IValue" -> ivalue;
          case "java.lang.String" -> CodeBlock.of("$L.toStr()", ivalue);
          case "java.lang.Number" -> CodeBlock.of("$L.toNumber()", ivalue);
          case "java.lang.Long" -> CodeBlock.of("$L.toLong()", ivalue);
          case "java.lang.Integer" ->
              CodeBlock.of("$T.toIntExact($L.toLong())", Math.class, ivalue);
          case "java.lang.Double" -> CodeBlock.of("$L.toDouble()", ivalue);
          case "java.lang.Float" -> CodeBlock.of("(float) $L.toDouble()", ivalue);
          case "java.lang.Boolean" -> CodeBlock.of("$L.toBool()", ivalue);
          case "java.util.List" -> listToJava(argument(declared), ivalue);
          case "java.util.Optional" -> optionalToJava(argument(declared), ivalue);
          default -> {
            String name = record(element);
            yield name == null ? null : CodeBlock.of("to$L($L)", name, ivalue);
          }
        };
    boolean knowsNull = TypeName.get(type).equals(TENSOR);
    return orNull(nullable && !knowsNull, ivalue, value);
  }

  private static @Nullable CodeBlock orNull(
      boolean nullable, CodeBlock ivalue, @Nullable CodeBlock value) {
    return nullable && value != null
        ? CodeBlock.of("$L.isNone() ? null : $L", ivalue, value)
        : value;
  }

  private static CodeBlock from(CodeBlock java) {
    return CodeBlock.of("$T.from($L)", IVALUE, java);
  }

  /** What a list or an optional holds; of a raw one nothing is known. */
  private static @Nullable TypeMirror argument(DeclaredType type) {
    return type.getTypeArguments().isEmpty() ? null : type.getTypeArguments().get(0);
  }

  private @Nullable CodeBlock listToIValue(@Nullable TypeMirror element, CodeBlock java) {
    if (element == null) {
      return null;
    } else if (TypeName.get(element).equals(TENSOR)) {
      return CodeBlock.of("$T.listFrom($L)", IVALUE, java);
    }
    String each = names.newName("each");
    CodeBlock value = toIValue(element, CodeBlock.of(each));
    return value == null
        ? null
        : CodeBlock.of("$T.list($L.stream().map($L -> $L).toList())", IVALUE, java, each, value);
  }

  private @Nullable CodeBlock listToJava(@Nullable TypeMirror element, CodeBlock ivalue) {
    if (element == null) {
      return null;
    } else if (TypeName.get(element).equals(TENSOR)) {
      return CodeBlock.of("$L.toTensorList()", ivalue);
    }
    String each = names.newName("each");
    CodeBlock value = toJava(element, false, CodeBlock.of(each));
    return value == null
        ? null
        : CodeBlock.of("$L.toList().stream().map($L -> $L).toList()", ivalue, each, value);
  }

  private @Nullable CodeBlock optionalToJava(@Nullable TypeMirror element, CodeBlock ivalue) {
    CodeBlock some = element == null ? null : toJava(element, false, ivalue);
    return some == null
        ? null
        : CodeBlock.of("$1L.isNone() ? $2T.empty() : $2T.of($3L)", ivalue, Optional.class, some);
  }

  private static @Nullable CodeBlock arrayToJava(ArrayType array, CodeBlock ivalue) {
    return switch (TypeName.get(array.getComponentType()).toString()) {
      case "long" -> CodeBlock.of("$L.toLongList()", ivalue);
      case "double" -> CodeBlock.of("$L.toDoubleList()", ivalue);
      case "int" ->
          CodeBlock.of(
              "$T.stream($L.toLongList()).mapToInt($T::toIntExact).toArray()",
              Arrays.class,
              ivalue,
              Math.class);
      case "dev.cresset.Tensor" ->
          CodeBlock.of("$L.toTensorList().toArray($T[]::new)", ivalue, TENSOR);
      default -> null;
    };
  }

  // ---- records

  /** The name of a record in the names of its two methods; null if it cannot be converted. */
  private @Nullable String record(TypeElement type) {
    if (type.getKind() != ElementKind.RECORD
        || !type.getTypeParameters().isEmpty()
        || type.getModifiers().contains(Modifier.PRIVATE)) {
      return null;
    }
    String name = type.getSimpleName().toString();
    while (records.containsKey(name) && !type.equals(records.get(name))) {
      name += "_";
    }
    if (records.put(name, type) == null && !writeMethods(name, type)) {
      records.remove(name);
      return null;
    }
    return name;
  }

  private boolean writeMethods(String name, TypeElement type) {
    List<CodeBlock> out = new ArrayList<>();
    List<CodeBlock> in = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      CodeBlock ivalue = CodeBlock.of("value.toTuple().get($L)", in.size());
      CodeBlock java = CodeBlock.of("value.$L()", component.getSimpleName());
      boolean nullable = Signatures.isNullable(component);
      CodeBlock from = toIValue(component.asType(), nullable, java);
      CodeBlock to = toJava(component.asType(), nullable, ivalue);
      if (from == null || to == null) {
        return false;
      }
      out.add(from);
      in.add(to);
    }
    TypeName java = TypeName.get(type.asType());
    methods.put(
        "from" + name,
        MethodSpec.methodBuilder("from" + name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(IVALUE)
            .addParameter(java, "value")
            .addStatement("return $T.tupleFrom($L)", IVALUE, CodeBlock.join(out, ",$W"))
            .build());
    methods.put(
        "to" + name,
        MethodSpec.methodBuilder("to" + name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(java)
            .addParameter(IVALUE, "value")
            .addStatement("return new $T($L)", java, CodeBlock.join(in, ",$W"))
            .build());
    return true;
  }
}
