package dev.cresset;

import java.nio.file.Path;

/**
 * A file is not what its format asks for. The message names the file, what was found, where, and
 * what was expected. Nothing of a refused file is used.
 */
public final class FormatException extends RuntimeException {
  private final transient Path file;

  /**
   * A refusal of {@code file}.
   *
   * @param problem what is wrong, where, and what was expected
   */
  public FormatException(Path file, String problem) {
    super(file + ": " + problem);
    this.file = file;
  }

  /** The file that was refused. */
  public Path file() {
    return file;
  }
}
