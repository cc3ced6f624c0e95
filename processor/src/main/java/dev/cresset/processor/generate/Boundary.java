package dev.cresset.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.cresset.processor.generate.Code.Binds;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.OptionalOf;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Tuple;
import java.util.Arrays;
import java.util.List;

/** Between the user's Java types and those in which compiled code holds the graph's values. */
final class Boundary {
  private final Surroundings surroundings;

  Boundary(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The type as the user writes it. */
  TypeName java(ScriptType type) {
    if (type instanceof Simple simple) {
      return switch (simple) {
        case TENSOR -> Library.TENSOR;
        case INT -> TypeName.INT;
        case LONG -> TypeName.LONG;
        case FLOAT -> TypeName.FLOAT;
        case DOUBLE -> TypeName.DOUBLE;
        case BOOLEAN -> TypeName.BOOLEAN;
        case STRING -> ClassName.get(String.class);
        case DTYPE -> Library.DTYPE;
        case DEVICE -> Library.DEVICE;
        case GENERATOR -> Library.GENERATOR;
        case NUMBER -> ClassName.get(Number.class);
        case VOID -> TypeName.VOID;
        case NULL -> ClassName.get(Object.class);
      };
    } else if (type instanceof ListOf list) {
      return list.array()
          ? ArrayTypeName.of(java(list.element()))
          : ParameterizedTypeName.get(ClassName.get(List.class), java(list.element()).box());
    } else if (type instanceof OptionalOf option) {
      return java(option.element()).box();
    } else if (type instanceof Tuple tuple) {
      return surroundings.className(tuple.className());
    }
    throw new Inexpressible("a value of type " + type);
  }

  /** A value of the user's type as compiled code holds it; records stay as they are. */
  Code held(ScriptType type, Code java) {
    if (type == Simple.INT || type == Simple.FLOAT) {
      return java.asNarrow();
    } else if (type == Simple.DTYPE) {
      return Code.from(Binds.TIGHT, "$L.code()", java.in(Binds.TIGHT)).asNarrow();
    } else if (type instanceof ListOf list) {
      return heldList(list, java);
    } else if (type instanceof OptionalOf option && changes(option.element())) {
      return orNull(java, held(option.element(), java));
    }
    return java;
  }

  /** A value that compiled code holds as one of the user's type. */
  Code java(ScriptType type, Code held) {
    if (type == Simple.INT || type == Simple.FLOAT) {
      Text plain = Literal.plain(held);
      if (type == Simple.INT && !plain.equals(held.text())) {
        return held.with(plain, held.binds());
      }
      return held.narrow() ? held : JavaOps.cast(type == Simple.INT ? "int" : "float", held);
    } else if (type == Simple.DTYPE) {
      return held.with(Text.of("$T.ofCode($L)", Library.DTYPE, held.text()), Binds.TIGHT);
    } else if (type instanceof ListOf list) {
      return javaList(list, held);
    } else if (type instanceof OptionalOf option && changes(option.element())) {
      return orNull(held, java(option.element(), held));
    }
    return held;
  }

  private static Code orNull(Code tested, Code value) {
    return tested.java().equals("null")
        ? tested
        : Code.from(Binds.CHOICE, "$L == null ? null : $L", tested.in(Binds.TIGHT), value);
  }

  /** Whether values of this type look different inside. */
  private static boolean changes(ScriptType type) {
    return type == Simple.INT
        || type == Simple.FLOAT
        || type == Simple.DTYPE
        || type instanceof ListOf list && changes(list);
  }

  private static boolean changes(ListOf list) {
    ScriptType element = list.element();
    return list.array() // held as arrays are long[], double[] and boolean[]; all else as lists
        ? element != Simple.LONG && element != Simple.DOUBLE && element != Simple.BOOLEAN
        : element.isNumeric() || element == Simple.BOOLEAN || changes(element);
  }

  private static Code heldList(ListOf list, Code java) {
    ScriptType element = list.element();
    if (!changes(list)) {
      return java;
    } else if (list.array() && element == Simple.INT) {
      return java.with(
          Text.of("$T.stream($L).asLongStream().toArray()", Arrays.class, java.text()),
          Binds.TIGHT);
    } else if (list.array() && (element == Simple.TENSOR || element == Simple.STRING)) {
      return java.with(Text.of("$T.asList($L)", Arrays.class, java.text()), Binds.TIGHT);
    }
    String stream =
        element == Simple.INT || element == Simple.LONG
            ? "mapToLong($T::longValue)"
            : "mapToDouble($T::doubleValue)";
    if (!list.array() && element.isNumeric()) {
      return java.with(
          Text.of(
              "$L.stream()." + stream + ".toArray()", java.in(Binds.TIGHT).text(), Number.class),
          Binds.TIGHT);
    }
    throw new Inexpressible("a list of " + element);
  }

  private static Code javaList(ListOf list, Code held) {
    ScriptType element = list.element();
    if (held.list() && (element == Simple.INT || element == Simple.FLOAT)) {
      Object[] to =
          element == Simple.INT
              ? new Object[] {Math.class, "toIntExact"}
              : new Object[] {Double.class, "floatValue"};
      return held.with(
          Text.of("$L.stream().map($T::$L).toList()", held.in(Binds.TIGHT).text(), to[0], to[1]),
          Binds.TIGHT);
    } else if (held.list() || !changes(list)) {
      return held;
    }
    Text inner = held.in(Binds.TIGHT).text();
    Text stream = Text.of("$T.stream($L)", Arrays.class, held.text());
    Text toInt = Text.of("$T::toIntExact", Math.class);
    Text java;
    if (list.array() && element == Simple.TENSOR) {
      java = Text.of("$L.toArray($T[]::new)", inner, Library.TENSOR);
    } else if (list.array() && element == Simple.STRING) {
      java = Text.of("$L.toArray($T[]::new)", inner, String.class);
    } else if (element == Simple.INT) {
      java =
          list.array()
              ? Text.of("$L.mapToInt($L).toArray()", stream, toInt)
              : Text.of("$L.mapToObj($L).toList()", stream, toInt);
    } else if (!list.array() && (element == Simple.LONG || element == Simple.DOUBLE)) {
      java = Text.of("$L.boxed().toList()", stream);
    } else {
      throw new Inexpressible("a list of " + element);
    }
    return held.with(java, Binds.TIGHT);
  }
}
