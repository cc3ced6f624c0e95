package dev.cresset.processor.script;

/**
 * A place in a source file.
 *
 * @param file the file's name without its folders, {@code Digits.java}, so that output does not
 *     depend on the machine
 * @param line counted from 1
 * @param column counted from 0, as TorchScript prints it
 * @param length of the expression or statement in characters, 0 where unknown
 */
public record At(String file, int line, int column, int length) {

  /** For what no line of the user's wrote. */
  public static final At NOWHERE = new At("", 0, 0, 0);

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
