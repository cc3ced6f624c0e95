package dev.cresset.compile;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles once, in a virtual machine that does nothing else, and prints its seconds of CPU. */
final class ColdCompilation {

  private ColdCompilation() {}

  /**
   * Compiles.
   *
   * @param arguments the folder for classes; folders of sources; javac's options
   */
  public static void main(String[] arguments) throws IOException {
    List<String> javac =
        new ArrayList<>(List.of("-d", arguments[0], "-cp", System.getProperty("java.class.path")));
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i].startsWith("-")) {
        javac.addAll(List.of(arguments).subList(i, arguments.length));
        break;
      }
      try (Stream<Path> files = Files.list(Path.of(arguments[i]))) {
        files.map(Path::toString).sorted().forEach(javac::add);
      }
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.out, System.out, javac.toArray(new String[0]));
    if (result != 0) {
      throw new IllegalStateException("javac gave " + result);
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(system.getProcessCpuTime() / 1e9);
  }
}
