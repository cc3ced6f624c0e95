package dev.cresset.conformance.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * C2 makes vector instructions of every kernel that the processor wrote for the examples, and of
 * the eager ones that are arithmetic alone.
 */
class VectorisationTest {
  private static final Path RUNTIME = Path.of("..", "runtime", "target", "classes");
  private static final Path EXAMPLES = Path.of("..", "examples", "target", "classes");

  @Test
  void everyFusedKernelOfTheExamplesIsVectorised() throws IOException, InterruptedException {
    assumeTrue(hasWideVectors(), "the processor of this machine is not x86-64 with AVX2");
    List<KernelFile> kernels = KernelFile.in(EXAMPLES);
    assertThat(kernels).extracting(KernelFile::name).containsExactlyInAnyOrderElementsOf(written());
    Map<String, Integer> packed = packedInstructions(kernels);
    for (KernelFile kernel : kernels) {
      assertThat(kernel.loops().values()).as("loops of " + kernel.name()).anyMatch(n -> n > 0);
      kernel
          .loops()
          .forEach(
              (method, loops) ->
                  assertThat(packed.getOrDefault(kernel.name() + "::" + method, 0))
                      .as("vector instructions of " + method + " in " + kernel.name())
                      .isGreaterThanOrEqualTo(loops));
    }
  }

  @Test
  void everyEagerKernelOfArithmeticIsVectorised() throws IOException, InterruptedException {
    assumeTrue(hasWideVectors(), "the processor of this machine is not x86-64 with AVX2");
    List<KernelFile> kernels =
        KernelFile.in(RUNTIME.resolve("dev/cresset/tensor/eager")).stream()
            .filter(KernelFile::arithmetic)
            .toList();
    assertThat(kernels).hasSizeGreaterThan(30);
    Map<String, Integer> packed = packedInstructions(kernels);
    assertThat(kernels)
        .allMatch(
            kernel ->
                kernel.loops().keySet().stream()
                    .anyMatch(method -> packed.getOrDefault(kernel.name() + "::" + method, 0) > 0));
  }

  private static boolean hasWideVectors() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    return System.getProperty("os.arch").equals("amd64")
        && Files.exists(info)
        && Files.readString(info).contains("avx2");
  }

  /** The names of the kernels' classes: those nested in compiled forms. */
  private static List<String> written() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .map(file -> EXAMPLES.relativize(file).toString())
          .filter(name -> name.matches(".*_Graph\\$\\w+(Kernel|Gradient)\\.class"))
          .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .sorted()
          .toList();
    }
  }

  /**
   * The vector instructions of each method, by class and name. Methods of kernels and blocks are
   * not put into each other, so that those of one loop do not count for another.
   */
  private static Map<String, Integer> packedInstructions(List<KernelFile> kernels)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-TieredCompilation",
                "-Xbatch",
                "-XX:CompileCommand=quiet",
                "-cp",
                System.getProperty("java.class.path") + java.io.File.pathSeparator + EXAMPLES));
    command.add(5, "-XX:CompileCommand=dontinline,dev.cresset.backend.Blocks::*");
    for (KernelFile kernel : kernels) {
      command.add(5, "-XX:CompileCommand=print," + kernel.name() + "::*");
      command.add(5, "-XX:CompileCommand=dontinline," + kernel.name() + "::*");
    }
    command.add(RunKernels.class.getName());
    kernels.forEach(kernel -> command.add(kernel.name()));
    Path output = Files.createTempFile("kernels", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int exit = process.waitFor();
      List<String> lines = Files.readAllLines(output);
      assertThat(exit).as(String.join("\n", lines.subList(0, Math.min(20, lines.size())))).isZero();
      Map<String, Integer> packed = new LinkedHashMap<>();
      MachineCode.read(lines)
          .forEach(
              (method, codes) ->
                  codes.forEach(
                      code ->
                          packed.merge(
                              method, MachineCode.packedFloatInstructions(code), Integer::max)));
      return packed;
    } finally {
      Files.delete(output);
    }
  }
}
