package dev.cresset.ir.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an op takes and gives, as PyTorch writes it: {@code aten::add.Tensor(Tensor self, Tensor
 * other, *, Scalar alpha=1) -> Tensor}. Reading and printing change three things of such a text:
 * {@code SymInt} is {@code int}; one int that stands for a list of one is that list ({@code int[1]
 * dilation=1} prints {@code [1]}); the numbers of defaults print as TorchScript's, so {@code 1e-05}
 * as {@code 1.0000000000000001e-05}.
 *
 * @param name the qualified name without overload, {@code aten::add}
 * @param overload the overload, {@code Tensor}; empty if the op has none
 * @param arguments what it takes, in order
 * @param returns what it gives, in order
 * @param variadic whether any further arguments may follow
 */
public record Schema(
    String name,
    String overload,
    List<Argument> arguments,
    List<Argument> returns,
    boolean variadic) {

  /** A schema of these. */
  public Schema {
    arguments = List.copyOf(arguments);
    returns = List.copyOf(returns);
  }

  /**
   * Reads a schema.
   *
   * @throws SyntaxException if the text is none, naming line and column
   */
  public static Schema parse(String text) {
    Cursor in = new Cursor(text);
    String name = in.word(":");
    String overload = in.accepts(".") ? in.word("") : "";
    in.expect("(");
    List<Argument> arguments = new ArrayList<>();
    boolean keywordOnly = false;
    boolean variadic = false;
    for (boolean first = true; !in.accepts(")"); first = false) {
      if (!first) {
        in.expect(",");
      }
      if (in.accepts("...")) {
        variadic = true;
      } else if (in.accepts("*")) {
        keywordOnly = true;
      } else {
        arguments.add(Argument.parse(in, keywordOnly, false));
      }
    }
    in.expect("->");
    List<Argument> returns = returns(in);
    in.expectEnd();
    return new Schema(name, overload, arguments, returns, variadic);
  }

  private static List<Argument> returns(Cursor in) {
    if (!in.accepts("(")) {
      return List.of(Argument.parse(in, false, true));
    }
    List<Argument> returns = new ArrayList<>();
    while (!in.accepts(")")) {
      if (!returns.isEmpty()) {
        in.expect(",");
      }
      returns.add(Argument.parse(in, false, true));
    }
    return returns;
  }

  /** Name and overload, {@code aten::add.Tensor}: what one op of the table is known by. */
  public String qualifiedName() {
    return overload.isEmpty() ? name : name + "." + overload;
  }

  /** The position of the argument {@code name}, or −1. */
  public int indexOf(String argument) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).name().equals(argument)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the op writes to any of its arguments. */
  public boolean writes() {
    for (Argument argument : arguments) {
      if (argument.isWritten()) {
        return true;
      }
    }
    return false;
  }

  /** Whether values of these types, in order and all given, are what the op takes. */
  public boolean takes(List<Type> types) {
    if (types.size() != arguments.size() && !(variadic && types.size() > arguments.size())) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!types.get(i).fits(arguments.get(i).type())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    boolean keywords = false;
    for (Argument argument : arguments) {
      if (argument.keywordOnly() && !keywords) {
        parts.add("*");
        keywords = true;
      }
      parts.add(argument.toString());
    }
    if (variadic) {
      parts.add("...");
    }
    return qualifiedName() + "(" + String.join(", ", parts) + ") -> " + returnsText();
  }

  private String returnsText() {
    return returns.size() == 1
            && returns.get(0).name().isEmpty()
            && !returns
                .get(0)
                .toString()
                .startsWith("(") // a tuple's own brackets would be taken off
        ? returns.get(0).toString()
        : returns.stream().map(Argument::toString).collect(Collectors.joining(", ", "(", ")"));
  }
}
