package dev.cresset.serialize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** Writes a file so that whoever looks finds the old one or the whole new one, never a part. */
final class AtomicFile {
  private static final int MOST_LINKS = 40; // as Linux has it

  private static final AtomicLong COUNT = new AtomicLong();

  private AtomicFile() {}

  /** Fills the new file. */
  @FunctionalInterface
  interface Writer {
    void write(FileChannel channel) throws IOException;
  }

  /**
   * Writes {@code file} beside its place, then moves it there. A link stays, and the file that it
   * leads to is the one that is written.
   *
   * @throws UncheckedIOException if it cannot be written; an old file stays as it was
   */
  static void write(Path file, Writer writer) {
    try {
      Path target = followed(file.toAbsolutePath());
      Path beside =
          target.resolveSibling(
              "."
                  + target.getFileName()
                  + "."
                  + ProcessHandle.current().pid()
                  + "-"
                  + COUNT.incrementAndGet()
                  + ".tmp");
      try {
        try (FileChannel channel =
            FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          writer.write(channel);
          channel.force(true);
        }
        move(beside, target);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      String why = e instanceof NoSuchFileException ? "there is no such folder" : e.getMessage();
      throw new UncheckedIOException("cannot write " + file + ": " + why, e);
    }
  }

  /** Where {@code file} leads, also if nothing is there yet. */
  private static Path followed(Path file) throws IOException {
    Path now = file;
    for (int links = 0; Files.isSymbolicLink(now); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      now = now.resolveSibling(Files.readSymbolicLink(now));
    }
    return now;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) { // a file system that cannot: the next best
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
