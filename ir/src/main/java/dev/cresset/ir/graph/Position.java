package dev.cresset.ir.graph;

/**
 * Where in the user's source a node comes from.
 *
 * @param file the file's name, such as {@code Digits.java}
 * @param line the line, from 1
 * @param column the column, from 0, as TorchScript counts
 */
public record Position(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
