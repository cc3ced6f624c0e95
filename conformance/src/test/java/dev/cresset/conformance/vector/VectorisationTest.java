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
    List<String> kernels = kernels();
    assertThat(kernels).hasSizeGreaterThan(3);
    Map<String, Integer> packed = packedInstructions(kernels);
    for (String kernel : kernels) {
      assertThat(packed.getOrDefault(kernel, 0))
          .as("vector instructions of " + kernel)
          .isPositive();
    }
  }

  @Test
  void everyEagerKernelOfArithmeticIsVectorised() throws IOException, InterruptedException {
    assumeTrue(hasWideVectors(), "the processor of this machine is not x86-64 with AVX2");
    List<String> kernels =
        KernelFile.in(RUNTIME.resolve("dev/cresset/tensor/eager")).stream()
            .filter(KernelFile::arithmetic)
            .map(KernelFile::name)
            .toList();
    assertThat(kernels).hasSizeGreaterThan(30);
    Map<String, Integer> packed = packedInstructions(kernels);
    assertThat(kernels).allMatch(kernel -> packed.getOrDefault(kernel, 0) > 0);
  }

  private static boolean hasWideVectors() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    return System.getProperty("os.arch").equals("amd64")
        && Files.exists(info)
        && Files.readString(info).contains("avx2");
  }

  /** The kernels' classes by name: those nested in compiled forms. */
  private static List<String> kernels() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .map(file -> EXAMPLES.relativize(file).toString())
          .filter(name -> name.matches(".*_Graph\\$\\w+(Kernel|Gradient)\\.class"))
          .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .sorted()
          .toList();
    }
  }

  private static Map<String, Integer> packedInstructions(List<String> kernels)
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
    for (String kernel : kernels) {
      command.add(5, "-XX:CompileCommand=print," + kernel + "::*");
    }
    command.add(RunKernels.class.getName());
    command.addAll(kernels);
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
                              method.substring(0, method.indexOf("::")),
                              MachineCode.packedFloatInstructions(code),
                              Integer::sum)));
      return packed;
    } finally {
      Files.delete(output);
    }
  }
}
