package dev.cresset.processor.generate;

import static dev.cresset.processor.generate.Library.IVALUE;
import static dev.cresset.processor.generate.Library.TENSOR;

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
  private static final Set<String> KNOW_NULL =
      Set.of(
          "dev.cresset.Tensor",
          "java.lang.String",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double");

  private final Map<String, TypeElement> records = new LinkedHashMap<>();
  private final Map<String, Text> methods = new LinkedHashMap<>();
  private final NameAllocator names = new NameAllocator();

  /** Conversions between variables of these names. */
  Conversions(List<String> taken) {
    taken.forEach(names::newName);
  }

  /** The methods that the code calls. */
  List<Text> methods() {
    return List.copyOf(methods.values());
  }

  /** The {@code IValue} of {@code java}, None of null; null if values of this type have none. */
  @Nullable Text toIValue(TypeMirror type, boolean nullable, Text java) {
    Text value = toIValue(type, java);
    return nullable && value != null && !KNOW_NULL.contains(Signatures.name(type))
        ? Text.of("$L == null ? $T.none() : $L", java, IVALUE, value)
        : value;
  }

  /** The {@code IValue} of {@code java}; null if values of this type have none. */
  @Nullable Text toIValue(TypeMirror type, Text java) {
    if (type.getKind().isPrimitive()) {
      return switch (type.getKind()) {
        case INT, LONG, FLOAT, DOUBLE, BOOLEAN -> from(java);
        default -> null;
      };
    }
    if (type instanceof ArrayType array) {
      return switch (Signatures.name(array.getComponentType())) {
        case "long", "double", "dev.cresset.Tensor" -> Text.of("$T.listFrom($L)", IVALUE, java);
        case "int" ->
            Text.of(
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
        return Text.of("$1L == null ? $2T.none() : $2T.from($1L)", java, IVALUE);
      }
      case "java.util.List" -> {
        return listToIValue(argument(declared), java);
      }
      case "java.util.Optional" -> {
        String some = names.newName("some");
        TypeMirror held = argument(declared);
        Text value = held == null ? null : toIValue(held, Text.of(some));
        return value == null
            ? null
            : Text.of("$L.map($L -> $L).orElse($T.none())", java, some, value, IVALUE);
      }
      default -> {
        String name = record(element);
        return name == null ? null : Text.of("from$L($L)", name, java);
      }
    }
  }

  /** The Java value of {@code ivalue}; null if no {@code IValue} is of this type. */
  @Nullable Text toJava(TypeMirror type, boolean nullable, Text ivalue) {
    if (type.getKind().isPrimitive()) {
      return switch (type.getKind()) {
        case INT -> Text.of("$T.toIntExact($L.toLong())", Math.class, ivalue);
        case LONG -> Text.of("$L.toLong()", ivalue);
        case FLOAT -> Text.of("(float) $L.toDouble()", ivalue);
        case DOUBLE -> Text.of("$L.toDouble()", ivalue);
        case BOOLEAN -> Text.of("$L.toBool()", ivalue);
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
    Text value =
        switch (element.getQualifiedName().toString()) {
          case "dev.cresset.Tensor" ->
              Text.of(nullable ? "$L.toOptionalTensor()" : "$L.toTensor()", ivalue);
          case "dev.cresset.IValue" -> ivalue;
          case "java.lang.String" -> Text.of("$L.toStr()", ivalue);
          case "java.lang.Number" -> Text.of("$L.toNumber()", ivalue);
          case "java.lang.Long" -> Text.of("$L.toLong()", ivalue);
          case "java.lang.Integer" -> Text.of("$T.toIntExact($L.toLong())", Math.class, ivalue);
          case "java.lang.Double" -> Text.of("$L.toDouble()", ivalue);
          case "java.lang.Float" -> Text.of("(float) $L.toDouble()", ivalue);
          case "java.lang.Boolean" -> Text.of("$L.toBool()", ivalue);
          case "java.util.List" -> listToJava(argument(declared), ivalue);
          case "java.util.Optional" -> optionalToJava(argument(declared), ivalue);
          default -> {
            String name = record(element);
            yield name == null ? null : Text.of("to$L($L)", name, ivalue);
          }
        };
    boolean knowsNull = Signatures.isTensor(type);
    return orNull(nullable && !knowsNull, ivalue, value);
  }

  private static @Nullable Text orNull(boolean nullable, Text ivalue, @Nullable Text value) {
    return nullable && value != null ? Text.of("$L.isNone() ? null : $L", ivalue, value) : value;
  }

  private static Text from(Text java) {
    return Text.of("$T.from($L)", IVALUE, java);
  }

  /** What a list or an optional holds; of a raw one nothing is known. */
  private static @Nullable TypeMirror argument(DeclaredType type) {
    return type.getTypeArguments().isEmpty() ? null : type.getTypeArguments().get(0);
  }

  private @Nullable Text listToIValue(@Nullable TypeMirror element, Text java) {
    if (element == null) {
      return null;
    } else if (Signatures.isTensor(element)) {
      return Text.of("$T.listFrom($L)", IVALUE, java);
    }
    String each = names.newName("each");
    Text value = toIValue(element, Text.of(each));
    return value == null
        ? null
        : Text.of("$T.list($L.stream().map($L -> $L).toList())", IVALUE, java, each, value);
  }

  private @Nullable Text listToJava(@Nullable TypeMirror element, Text ivalue) {
    if (element == null) {
      return null;
    } else if (Signatures.isTensor(element)) {
      return Text.of("$L.toTensorList()", ivalue);
    }
    String each = names.newName("each");
    Text value = toJava(element, false, Text.of(each));
    return value == null
        ? null
        : Text.of("$L.toList().stream().map($L -> $L).toList()", ivalue, each, value);
  }

  private @Nullable Text optionalToJava(@Nullable TypeMirror element, Text ivalue) {
    Text some = element == null ? null : toJava(element, false, ivalue);
    return some == null
        ? null
        : Text.of("$1L.isNone() ? $2T.empty() : $2T.of($3L)", ivalue, Optional.class, some);
  }

  private static @Nullable Text arrayToJava(ArrayType array, Text ivalue) {
    return switch (Signatures.name(array.getComponentType())) {
      case "long" -> Text.of("$L.toLongList()", ivalue);
      case "double" -> Text.of("$L.toDoubleList()", ivalue);
      case "int" ->
          Text.of(
              "$T.stream($L.toLongList()).mapToInt($T::toIntExact).toArray()",
              Arrays.class,
              ivalue,
              Math.class);
      case "dev.cresset.Tensor" -> Text.of("$L.toTensorList().toArray($T[]::new)", ivalue, TENSOR);
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
    List<Text> out = new ArrayList<>();
    List<Text> in = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      Text ivalue = Text.of("value.toTuple().get($L)", in.size());
      Text java = Text.of("value.$L()", component.getSimpleName());
      boolean nullable = Signatures.isNullable(component);
      Text from = toIValue(component.asType(), nullable, java);
      Text to = toJava(component.asType(), nullable, ivalue);
      if (from == null || to == null) {
        return false;
      }
      out.add(from);
      in.add(to);
    }
    TypeName java = TypeName.get(type.asType());
    methods.put(
        "from" + name,
        Text.builder()
            .open("private static $T from$L($T value)", IVALUE, name, java)
            .statement("return $T.tupleFrom($L)", IVALUE, Text.join(out, ",$W"))
            .close()
            .build());
    methods.put(
        "to" + name,
        Text.builder()
            .open("private static $T to$L($T value)", java, name, IVALUE)
            .statement("return new $T($L)", java, Text.join(in, ",$W"))
            .close()
            .build());
    return true;
  }
}
