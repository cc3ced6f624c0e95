package dev.cresset.ir.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the runtime's eager ops; runs while the runtime is built. */
public final class EagerOpsMain {
  private EagerOpsMain() {}

  /**
   * Writes the sources. A file whose text is as it was is not touched, so that little is compiled
   * again.
   *
   * @param arguments the folder of generated sources, and that of the hand-written forwards
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "give the folder of generated sources and that of the forwards, not "
              + List.of(arguments));
    }
    Path folder = Path.of(arguments[0]).resolve(EagerOps.PACKAGE.replace('.', '/'));
    EagerOps ops = new EagerOps(ForwardMethods.in(Path.of(arguments[1])));
    Map<String, String> files = ops.files();
    Files.createDirectories(folder);
    List<Path> before;
    try (Stream<Path> all = Files.list(folder)) {
      before = all.toList();
    }
    for (Path file : before) {
      if (!files.containsKey(file.getFileName().toString())) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, String> entry : files.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      if (!Files.exists(file) || !Files.readString(file).equals(entry.getValue())) {
        Files.writeString(file, entry.getValue());
      }
    }
    System.out.printf(
        "eager ops: %d files; %d ops are not there%n", files.size(), ops.missing().size());
    ops.missing()
        .forEach((op, lack) -> System.out.printf("eager ops: no %s for want %s%n", op, lack));
  }
}
