package dev.cresset.ir.render;

/** Lines of a source text, indented as they nest. */
public final class Source {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  /** Adds a line. */
  public Source line(String line) {
    text.append(line.isEmpty() ? "" : "  ".repeat(depth)).append(line).append('\n');
    return this;
  }

  /** Adds a line, made as by {@link String#format}. */
  public Source line(String format, Object... arguments) {
    return line(format.formatted(arguments));
  }

  /** Adds an empty line. */
  public Source line() {
    return line("");
  }

  /** Adds all lines of another text. */
  public Source lines(String other) {
    other.lines().forEach(this::line);
    return this;
  }

  /** Adds a line that ends in an opening brace, and indents what follows. */
  public Source open(String line) {
    line(line + " {");
    depth++;
    return this;
  }

  /** As {@link #open(String)}, made as by {@link String#format}. */
  public Source open(String format, Object... arguments) {
    return open(format.formatted(arguments));
  }

  /** Indents what follows by so many steps more. */
  public Source indent(int steps) {
    depth += steps;
    return this;
  }

  /** Ends what was opened last and opens what goes on with it: {@code else}. */
  public Source reopen(String line) {
    depth--;
    return open("} " + line);
  }

  /** Ends what was opened last. */
  public Source close() {
    return close("}");
  }

  /** Ends what was opened last with this line. */
  public Source close(String line) {
    depth--;
    return line(line);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
