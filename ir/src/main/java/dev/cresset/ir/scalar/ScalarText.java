package dev.cresset.ir.scalar;

import dev.cresset.ir.scalar.Scalar.Call;
import dev.cresset.ir.scalar.Scalar.Input;
import dev.cresset.ir.scalar.Scalar.Parameter;
import dev.cresset.ir.scalar.Scalar.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A scalar as one would write it down: {@code max((x + y) · z, 0)}. */
public final class ScalarText {
  private static final Map<Primitive, String> SIGNS =
      Map.ofEntries(
          Map.entry(Primitive.ADD, "+"),
          Map.entry(Primitive.SUB, "−"),
          Map.entry(Primitive.MUL, "·"),
          Map.entry(Primitive.DIV, "/"),
          Map.entry(Primitive.LESS, "<"),
          Map.entry(Primitive.LESS_EQUAL, "≤"),
          Map.entry(Primitive.GREATER, ">"),
          Map.entry(Primitive.GREATER_EQUAL, "≥"),
          Map.entry(Primitive.EQUAL, "="),
          Map.entry(Primitive.NOT_EQUAL, "≠"),
          Map.entry(Primitive.AND, "and"),
          Map.entry(Primitive.OR, "or"));

  private final List<String> inputs;
  private final List<String> parameters;

  private ScalarText(List<String> inputs, List<String> parameters) {
    this.inputs = inputs;
    this.parameters = parameters;
  }

  static String of(Scalar scalar) {
    return of(scalar, List.of(), List.of());
  }

  /**
   * As {@link #of(Scalar, List, List)}; an ellipsis if it would take more than {@code longest}
   * letters, or about as many parts.
   */
  public static String of(
      Scalar scalar, List<String> inputs, List<String> parameters, int longest) {
    if (size(scalar, longest) > longest) { // parts that are used often would be written as often
      return "…";
    }
    String text = of(scalar, inputs, parameters);
    return text.length() > longest ? "…" : text;
  }

  /** How many parts are written, counted no further than just above {@code most}. */
  private static int size(Scalar scalar, int most) {
    int size = 1;
    if (scalar instanceof Call call) {
      for (Scalar argument : call.arguments()) {
        size += size > most ? 0 : size(argument, most - size);
      }
    } else if (scalar instanceof Row row) {
      size += size(row.each(), most - size);
    }
    return size;
  }

  /** The text, with names for inputs and parameters; those without have {@code x0}, {@code s0}. */
  public static String of(Scalar scalar, List<String> inputs, List<String> parameters) {
    return new ScalarText(inputs, parameters).text(scalar, 0);
  }

  /** In brackets if what stands around binds as strongly as {@code outer} or more. */
  private String text(Scalar scalar, int outer) {
    if (scalar instanceof Input input && input.index() < inputs.size()) {
      return inputs.get(input.index());
    } else if (scalar instanceof Parameter parameter && parameter.index() < parameters.size()) {
      return parameters.get(parameter.index());
    } else if (scalar instanceof Row row) {
      return row.fold().name().toLowerCase(Locale.ROOT) + "(" + text(row.each(), 0) + ")";
    } else if (!(scalar instanceof Call call)) {
      return scalar.toString();
    } else {
      return call(call, outer);
    }
  }

  private String call(Call call, int outer) {
    List<Scalar> in = call.arguments();
    String sign = SIGNS.get(call.function());
    if (sign != null) {
      int level = level(call.function());
      String text = text(in.get(0), level - 1) + " " + sign + " " + text(in.get(1), level);
      return level <= outer ? "(" + text + ")" : text;
    }
    if (call.function() == Primitive.NEG) {
      return "−" + text(in.get(0), 4);
    }
    if (call.function() == Primitive.SELECT) {
      String text =
          text(in.get(1), 0) + " if " + text(in.get(0), 0) + " else " + text(in.get(2), 0);
      return outer > 0 ? "(" + text + ")" : text;
    }
    String name = call.function().name().toLowerCase(Locale.ROOT);
    return name + "(" + String.join(", ", in.stream().map(each -> text(each, 0)).toList()) + ")";
  }

  private static int level(Primitive function) {
    return switch (function) {
      case MUL, DIV -> 4;
      case ADD, SUB -> 3;
      case AND, OR -> 1;
      default -> 2;
    };
  }
}
