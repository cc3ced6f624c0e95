package dev.cresset.ir.graph;

import org.jspecify.annotations.Nullable;

/**
 * Where in the user's source a node comes from.
 *
 * @param file the file's name, such as {@code Digits.java}
 * @param line the line, from 1
 * @param column the column, from 0, as TorchScript counts
 * @param via the call in whose place the node was put, or null; text does not carry it
 */
public record Position(String file, int line, int column, @Nullable Call via) {

  /**
   * A call that was replaced by what it calls.
   *
   * @param module the path of the module that was called, such as {@code blocks.0}; empty for a
   *     method of the object itself or a function
   * @param owner the class whose method was called
   * @param at where it stood
   */
  public record Call(String module, String owner, Position at) {}

  /** A place that nothing was put into. */
  public Position(String file, int line, int column) {
    this(file, line, column, null);
  }

  /** This place in a body that was put in the place of a call. */
  public Position calledBy(Call call) {
    return new Position(file, line, column, via == null ? call : via);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
